"""What must not be published of people: identity and mobile numbers, patients who can be recognised.

The words that the rules speak of are listed in `personal_data.toml`.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace

from ledger.own_table import read_own_table
from ledger.problems import PersonalData

Found = tuple[int, int, str]

# GB 11643-1999: weights of the first 17 digits, and the check character of each remainder modulo 11.
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
# GB/T 2260: the first two digits of every province, and those of residence permits.
_PROVINCE = "(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])"

# Every sign is replaced by one sign, so that positions stay those of the text.
_WRITTEN = "\uff38x\uff58\uff0b\uff0d\u2010\u2011\u2013\u2014\u2212\u00a0\u3000\t\uff0e\uff1a\uff0c\uff08"
_PLAIN = {0xFF10 + digit: str(digit) for digit in range(10)} | {
    ord(written): plain for written, plain in zip(_WRITTEN, "XXX+------   .:,(", strict=True)
}

_WORDS = SimpleNamespace(
    **read_own_table(Path(__file__).with_suffix(".toml")),
)


def _any(words: Iterable[str]) -> str:
    """Match one of some words, the longest first."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"


_ID_NUMBER = re.compile(
    rf"(?<![0-9A-Za-z])(?P<long>{_PROVINCE}\d{{4}}[ -]?(?:18|19|20)\d{{6}}[ -]?\d{{3}}[0-9X])(?![0-9A-Za-z])"
    rf"|(?<![0-9A-Za-z])(?<!\d\.)(?P<short>{_PROVINCE}\d{{4}}[ -]?\d{{6}}[ -]?\d{{3}})(?![0-9A-Za-z]|\.\d)"
)
_MOBILE = re.compile(
    r"(?<![0-9A-Za-z+])(?<!\d[.-])(?:(?:\+|00)?86[ -]?)?(?:1[3-9]\d{9}"
    r"|(?:(?<!\d[ -])|(?<=\+86[ -])|(?<=0086[ -]))(?:1[3-9]\d([ -])\d{4}\1\d{4}"
    r"|1[3-9]\d\d([ -])\d{4}\2\d{3}|1[3-9]\d\d([ -])\d{3}\3\d{4}"
    r"|1[3-9]\d([ -])\d{3}\4\d{5})(?![ -]\d))(?![0-9A-Za-z]|\.\d)"
)
_AMOUNT_FOLLOWS = re.compile(rf" ?{_any(_WORDS.units)}")
_THING_PRECEDES = re.compile(rf"{_any([*_WORDS.labels, *_WORDS.currencies])}[ :]{{0,2}}$")
_LONGEST_LABEL = max(map(len, (*_WORDS.labels, *_WORDS.currencies))) + 2

_HAN = r"[\u4e00-\u9fff]"
_MASK = f"[{_WORDS.masks}]"
_FAMILY = f"(?:{_any(_WORDS.compound_surnames)}|[{''.join(_WORDS.surnames.split())}])"
_MASKED = rf"{_FAMILY}{_MASK}{{1,2}}"
_OPEN_NAME = rf"(?!{_any(_WORDS.not_names)}){_FAMILY}(?!{_MASK}){_HAN}{{1,2}}?"
_NAME = f"(?:{_MASKED}|{_OPEN_NAME})"
_SUBJECT = _any(_WORDS.subjects)
_BED = rf"(?:\d{{1,3}}{_any(_WORDS.wards)} ?)?\d{{1,4}}{_WORDS.bed}"
_RECORD = rf"{_any(_WORDS.records)}[{_WORDS.joints}]{{0,3}}[A-Z]{{0,4}}\d"
_GAP = f"[{_WORDS.pauses}]{{0,2}}"
_LODGED = _any(_WORDS.lodged)
_UNIT = rf"(?:(?:(?![{_WORDS.counting}]){_HAN}){{0,8}}?|\d{{1,3}}){_any(_WORDS.wards)} ?"
# A ward told by its name alone is close to a count of beds: a pause or a word of lodging must set it off.
_STAY = rf"(?:{_GAP}|(?:[{_WORDS.breaks}]{{1,2}}{_LODGED}?|{_LODGED})(?:{_UNIT}){{0,2}}){_BED}"
_PATIENT = re.compile(
    rf"{_RECORD}\d{{4,20}}(?![0-9A-Za-z])"
    rf"|{_SUBJECT}{_GAP}(?:{_WORDS.name_label}[: ]{{0,2}})?{_NAME}(?:{_STAY}|{_GAP}{_RECORD}\d{{0,20}})"
    rf"|{_BED}{_GAP}{_SUBJECT}{_GAP}{_NAME}(?!{_HAN})"
    rf"|{_BED}[: ]?(?:{_SUBJECT})?[: ]?{_MASKED}"
    rf"|{_MASKED}{_STAY}"
    rf"|{_SUBJECT}{_WORDS.name_label} ?: ?{_OPEN_NAME}(?!{_HAN})"
    rf"|{_SUBJECT}{_GAP}{_OPEN_NAME}{_GAP}{_any(_WORDS.sexes)}(?!\w)"
)


def find_personal_data(text: str) -> list[Found]:
    """Find numbers and names that tell who somebody is.

    A number of an identity card has a known province, a birth date that exists and, if it has 18 signs, the
    right check sign. A mobile number has 11 digits that begin with 13 to 19, alone, with +86, or in the usual
    groups; where a unit, a currency or the word for an index stands next to it, it is an amount or a thing. A
    patient is found by the number of a medical record; by a name next to a bed or such a number; and by an
    unmasked name after “patient's name:” or before a sex. A masked name alone is nobody, with its bed it is
    somebody. Names are known by their family name only, so a name without any of these marks is not found:
    the rules rather miss one than blame honest words.

    Args:
        text: any text; digits may be full-width.

    Returns:
        Start, end and kind (`id_number`, `mobile` or `patient`) of each, from left to right, without overlap.
    """
    plain = text.translate(_PLAIN)
    found = sorted([*_id_numbers(plain), *_mobiles(plain), *_patients(plain)])
    return [one for before, one in zip([(0, 0, ""), *found], found, strict=False) if one[0] >= before[1]]


def masked_details(text: str, found: Found) -> dict[str, str]:
    """Fill the message of MZ080 without repeating what must not be published.

    Args:
        text: the text that was searched.
        found: what was found in it.
    """
    start, end, kind = found
    return {"kind": PersonalData[kind.upper()], "text": text[start] + "*" * (end - start - 1)}


def _id_numbers(plain: str) -> Iterator[Found]:
    for match in _ID_NUMBER.finditer(plain):
        digits = re.sub("[ -]", "", match.group())
        if match["long"]:
            remainder = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False)) % 11
            right = digits[17] == _CHECKS[remainder] and _is_day(digits[6:14])
        else:
            right = _is_day("19" + digits[6:12]) and not _is_thing(plain, match)
        if right:
            yield (*match.span(), "id_number")


def _is_day(digits: str) -> bool:
    try:
        return bool(date(int(digits[:4]), int(digits[4:6]), int(digits[6:])))
    except ValueError:
        return False


def _mobiles(plain: str) -> Iterator[Found]:
    return ((*match.span(), "mobile") for match in _MOBILE.finditer(plain) if not _is_thing(plain, match))


def _is_thing(plain: str, match: re.Match[str]) -> bool:
    """Tell whether the words around a number say that it is an amount or the number of a thing."""
    before = plain[max(0, match.start() - _LONGEST_LABEL) : match.start()]
    return bool(_AMOUNT_FOLLOWS.match(plain, match.end()) or _THING_PRECEDES.search(before))


def _patients(plain: str) -> Iterator[Found]:
    return ((*match.span(), "patient") for match in _PATIENT.finditer(plain))
