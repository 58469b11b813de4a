"""A zip gives bytes by name, and no name, size or count in it is believed."""

import io
import struct
import zipfile

import pytest

from fic2book.errors import ManuscriptError
from fic2book.readers import zipped


def packed(*members, method=zipfile.ZIP_DEFLATED):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return target.getvalue()


def refusal(data, name="a"):
    with pytest.raises(ManuscriptError) as caught:
        zipped.opened(data, "weir.epub").read(name)
    assert caught.value.file == "weir.epub"
    assert caught.value.way_out
    return caught.value.reason


def test_bytes_come_by_name_in_the_archives_order():
    archive = zipped.opened(packed(("b/ä.txt", "two"), ("a.txt", "one"), ("b/", "")), "weir.epub")
    assert archive.names == ("b/ä.txt", "a.txt")
    assert (archive.read("a.txt"), archive.read("b/ä.txt")) == (b"one", b"two")
    assert "a.txt" in archive
    assert "b/" not in archive
    assert archive.refused == ()


@pytest.mark.parametrize("name", ["../a", "a/../../b", "/etc/a", "C:/a", "c:a", "a\\b", "..\\a", "..", "//host/a"])
def test_names_that_lead_out_are_never_followed(name):
    archive = zipped.opened(packed(("good", "x"), (name, "y")), "weir.epub")
    assert archive.names == ("good",)
    assert archive.refused == (name,)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_two_members_with_one_name_the_first_is_read():
    archive = zipped.opened(packed(("a", "first"), ("a", "second")), "weir.epub")
    assert (archive.read("a"), archive.refused) == (b"first", ("a",))


def test_a_bomb_is_stopped_while_it_unpacks():
    bomb = packed(("a", bytes(200_000_000)))
    assert len(bomb) < 200_000
    assert refusal(bomb) == "a in it grows without end when it is unpacked"


def test_a_bomb_of_many_pieces_is_stopped_by_their_sum():
    archive = zipped.opened(packed(*((f"{n}", bytes(4_900_000)) for n in range(60))), "weir.epub")
    with pytest.raises(ManuscriptError, match="grows without end"):
        assert sum(len(archive.read(name)) for name in archive.names) < zipped.LARGEST_TOTAL


def test_what_packs_well_and_is_small_is_no_bomb():
    assert len(zipped.opened(packed(("a", bytes(4_000_000))), "weir.epub").read("a")) == 4_000_000


def test_too_many_members_are_refused_before_they_are_listed():
    assert "more than 10,000 files" in refusal(packed(*((f"{n}", "") for n in range(20_000))))
    assert len(zipped.opened(packed(*((f"{n}", "") for n in range(3_000))), "weir.epub").names) == 3_000


def test_sizes_that_lie_are_found_out():
    data = bytearray(packed(("a", b"x" * 1000)))
    central = data.index(b"PK\x01\x02")
    data[central + 24 : central + 28] = struct.pack("<I", 10)  # the size that the list states
    assert refusal(bytes(data)) == "a in it is damaged"


def test_a_locked_member_says_so():
    data = bytearray(packed(("a", "x")))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + at] |= 1
    assert refusal(bytes(data)) == "a in it is locked with a password"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_packings_that_no_book_uses_are_refused(method):
    assert "packed in a way that no book uses" in refusal(packed(("a", "x" * 100), method=method))


@pytest.mark.parametrize(
    "data",
    [b"", b"PK", packed(("a", "x"))[:-1], packed(("a", "x"))[10:], b"no zip at all"],
)
def test_a_broken_list_is_one_sentence(data):
    with pytest.raises(ManuscriptError, match="damaged"):
        zipped.opened(data, "weir.epub").read("a")


def test_every_damage_of_one_byte_is_a_sentence_or_nothing():
    whole = packed(("a", "once upon a time, and again once upon a time"), ("b", "x"))
    for place in range(len(whole)):
        broken = bytes([*whole[:place], whole[place] ^ 0xFF, *whole[place + 1 :]])
        assert read_or_refused(broken) in ({}, {"a", "b"}, {"a"}, {"b"}) or place > whole.index(b"PK\x01\x02")


def read_or_refused(data):
    """Return the names that could be read, none when one was refused with a way out."""
    try:
        archive = zipped.opened(data, "weir.epub")
        return {name for name in archive.names if archive.read(name) is not None}
    except ManuscriptError as error:
        return {} if error.way_out else {"no way out"}
