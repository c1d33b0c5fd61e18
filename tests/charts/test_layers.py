from charts import layers
from charts.chart import DATUM, WORDS


def test_layers_with_data_are_named_so_that_they_are_counted():
    made = [
        layers.bars_layer("bars", "rows", 6, "start", "end"),
        layers.signs_layer("signs", "rows", layers.pixel_x(), layers.pixel_y()),
        layers.targets_layer("goal"),
        layers.cells_layer("cells", "rows"),
    ]

    assert all(layer.to_dict()["name"].startswith(DATUM) for layer in made)


def test_layers_around_the_data_are_not_counted():
    made = [layers.rules_layer(), layers.legend_layer(), layers.words_layer()]

    assert [layer.to_dict()["name"] for layer in made] == ["rules", "legend", WORDS]


def test_rows_without_a_target_get_no_tick():
    assert layers.targets_layer("goal").to_dict()["transform"] == [{"filter": "datum.goal != null"}]


def test_scales_take_their_numbers_from_the_template():
    scale = layers.scaled_y("value").to_dict()["scale"]

    assert scale["domainMin"], scale["domainMax"] == ({"expr": "least"}, {"expr": "most"})
    assert scale["range"] == [{"expr": "bottom"}, {"expr": "top"}]
    assert not scale["nice"]
