"""A document from its file to everything that is found in it."""

from ledger.importers.documents.document import read_document
from ledger.importers.extractor import extract
from tests.ledger.importers.content_dictionary import content_dictionary


def test_a_figure_goes_to_the_topic_of_the_statement_that_tells_it(tmp_path):
    file = tmp_path / "2024.txt"
    file.write_text(
        "某县卫生健康局2024年工作总结\n\n一、主要工作\n全县18个乡镇卫生院全部建成中医馆。\n", encoding="utf-8"
    )
    extraction = extract(read_document(file), content_dictionary())

    assert [figure.name for figure in extraction.figures] == ["乡镇卫生院"]
    assert [one.topic for one in extraction.statements] == ["traditional-medicine"]
    assert extraction.topics == ("traditional-medicine",)
