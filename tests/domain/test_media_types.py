"""Sound is sound and a picture a picture, whichever program wrote the file and however it is called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.media_types import UNKNOWN, media_type


def box(brand: str, *further: str) -> bytes:
    """The first box of an ISO file: its length, its brand, a version, the brands it can be read as."""
    content = b"ftyp" + brand.encode() + bytes(4) + b"".join(one.encode() for one in further)
    return (len(content) + 4).to_bytes(4, "big") + content + b"\0\0\0\x08moov"


@pytest.mark.parametrize(("name", "head", "kind"), [
    ("通话录音.m4a", box("M4A ", "mp42", "isom"), "audio/mp4"),
    ("通话录音.m4a", box("mp42", "isom"), "audio/mp4"),  # as many telephones' recorders write it
    ("新录音 12.m4a", box("isom", "iso2"), "audio/mp4"), ("录音.M4A", b"", "audio/mp4"),
    ("没有后缀", box("M4A "), "audio/mp4"), ("改了名.mp4", box("M4A "), "audio/mp4"),
    ("录像.mp4", box("isom", "avc1"), "video/mp4"), ("没有后缀", box("mp42"), "video/mp4"),
    ("IMG_0001.MOV", box("qt  "), "video/quicktime"), ("录像.3gp", box("3gp5"), "video/3gpp"),
    ("录音.3ga", box("3gp4"), "audio/3gpp"), ("录音.mp3", box("mp42"), "video/mp4")])
def test_a_recording_is_no_film(name: str, head: bytes, kind: str) -> None:
    assert media_type(name, head) == kind


@pytest.mark.parametrize(("name", "head", "kind"), [
    ("IMG_2.HEIC", box("heic", "mif1"), "image/heic"), ("IMG_2.heic", box("mif1", "heic"), "image/heic"),
    ("照片", box("heix"), "image/heic"), ("照片.jpg", box("heic"), "image/heic"),
    ("a.heic", b"", "image/heic"),
    ("a.heif", box("mif1", "miaf"), "image/heif"), ("a.avif", box("avif", "mif1"), "image/avif"),
    ("a.avif", box("mif1", "avif"), "image/avif"), ("假.heic", box("isom"), "video/mp4")])
def test_a_photograph_of_a_telephone_is_a_picture(name: str, head: bytes, kind: str) -> None:
    assert media_type(name, head) == kind


@pytest.mark.parametrize(("name", "head", "kind"), [
    ("照片", b"\xff\xd8\xff\xe0", "image/jpeg"), ("a.png", b"%PDF-1.7", "application/pdf"),
    ("录音.amr", b"#!AMR\n", "audio/amr"), ("聊天.silk", b"\x02#!SILK_V3", "audio/silk"),
    ("x.unknown", b"\x00\x01", UNKNOWN), ("w.webp", b"RIFF\0\0\0\0WEBP", "image/webp"),
    ("a", b"RIFF\0\0\0\0WAVEfmt ", "audio/wav"), ("a.wav", b"RIFF\0\0\0\0AVI LIST", "video/x-msvideo"),
    ("a", b"OggS\0\x02", "audio/ogg"), ("a.ogv", b"OggS\0\x02", "video/ogg"),
    ("a.opus", b"OggS\0\x02", "audio/ogg"), ("a.webm", b"\x1aE\xdf\xa3", "video/webm"),
    ("a.weba", b"\x1aE\xdf\xa3", "audio/webm"), ("a.mkv", b"\x1aE\xdf\xa3", "video/x-matroska"),
    ("a.wma", b"0&\xb2u\x8ef\xcf\x11", "audio/x-ms-wma"), ("a.mp3", b"\xff\xfb\x90\0", "audio/mpeg"),
    ("a.mp3", b"ID3\x03\0", "audio/mpeg"), ("a.aac", b"\xff\xf1\x50", "audio/aac"),
    ("工资表.xlsx", b"PK\x03\x04", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("公文.ofd", b"PK\x03\x04", "application/ofd")])
def test_the_first_bytes_tell_more_than_the_name(name: str, head: bytes, kind: str) -> None:
    assert media_type(name, head) == kind


@pytest.mark.parametrize(("name", "head"), [
    ("备忘.txt", "BMW 订单与配送费，十月".encode()), ("备忘.txt", b"ID3 of the month: late pay"),
    ("备忘.txt", b"GIF8: a nickname")])
def test_a_text_is_a_text_whatever_letters_begin_it(name: str, head: bytes) -> None:
    assert media_type(name, head) == "text/plain"


def test_a_bitmap_is_known_by_its_header() -> None:
    length, reserved, pixels, header = (number.to_bytes(4, "little") for number in (70, 0, 54, 40))
    assert media_type("a", b"BM" + length + reserved + pixels + header) == "image/bmp"


@given(st.text(max_size=40), st.binary(max_size=300))
def test_every_file_has_a_kind(name: str, head: bytes) -> None:
    assert media_type(name, head).count("/") == 1
