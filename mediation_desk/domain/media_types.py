"""What kind of file something is: by its first bytes, and where one form holds several kinds, by its name.

A recording and a film, or a photograph and a film, lie in the same box (ISO/IEC 14496-12): the box names
its brand, and where the brand says only that it is such a box, the ending of the name decides. Else the
content is believed before the name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

HEAD = 256  # bytes of a file that are enough to tell
UNKNOWN = "application/octet-stream"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_ENDINGS: Mapping[str, str] = MappingProxyType({
    "mp3": "audio/mpeg", "m4a": "audio/mp4", "m4b": "audio/mp4", "m4r": "audio/mp4", "wav": "audio/wav",
    "amr": "audio/amr", "aac": "audio/aac", "silk": "audio/silk", "wma": "audio/x-ms-wma",
    "ogg": "audio/ogg", "oga": "audio/ogg", "opus": "audio/ogg", "flac": "audio/flac", "weba": "audio/webm",
    "mka": "audio/x-matroska", "3ga": "audio/3gpp", "caf": "audio/x-caf", "aiff": "audio/aiff",
    "mp4": "video/mp4", "m4v": "video/mp4", "mov": "video/quicktime", "3gp": "video/3gpp",
    "webm": "video/webm", "mkv": "video/x-matroska", "avi": "video/x-msvideo", "wmv": "video/x-ms-wmv",
    "asf": "video/x-ms-asf", "ogv": "video/ogg", "flv": "video/x-flv", "mpg": "video/mpeg",
    "mpeg": "video/mpeg", "heic": "image/heic", "heif": "image/heif", "avif": "image/avif",
    "jxl": "image/jxl", "txt": "text/plain", "csv": "text/csv", "rtf": "application/rtf",
    "eml": "message/rfc822", "doc": "application/msword", "xls": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint", "docx": f"{_OFFICE}.wordprocessingml.document",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet", "pptx": f"{_OFFICE}.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text", "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "wps": "application/vnd.wps-writer", "et": "application/vnd.wps-table", "ofd": "application/ofd",
    "zip": "application/zip", "rar": "application/vnd.rar", "7z": "application/x-7z-compressed"})

_Signs = Sequence[tuple[int, bytes, str]]
_SIGNS: _Signs = (
    (0, b"\x89PNG\r\n\x1a\n", "image/png"), (0, b"\xff\xd8\xff", "image/jpeg"), (0, b"GIF87a", "image/gif"),
    (0, b"GIF89a", "image/gif"), (0, b"II*\0", "image/tiff"), (0, b"MM\0*", "image/tiff"),
    (0, b"\0\0\0\x0cJXL \r\n\x87\n", "image/jxl"), (0, b"%PDF-", "application/pdf"),
    (0, b"#!AMR", "audio/amr"), (0, b"#!SILK", "audio/silk"), (1, b"#!SILK", "audio/silk"),
    (0, b"fLaC", "audio/flac"), (0, b"caff", "audio/x-caf"), (0, b"\xff\xf1", "audio/aac"),
    (0, b"\xff\xf9", "audio/aac"), (0, b"\xff\xfb", "audio/mpeg"), (0, b"\xff\xfa", "audio/mpeg"),
    (0, b"\xff\xf3", "audio/mpeg"), (0, b"\xff\xf2", "audio/mpeg"), (0, b"FLV\x01", "video/x-flv"),
    (0, b"\0\0\x01\xba", "video/mpeg"))
_RIFF: _Signs = ((8, b"WEBP", "image/webp"), (8, b"WAVE", "audio/wav"), (8, b"AVI ", "video/x-msvideo"))
_BRANDS: Mapping[bytes, str] = MappingProxyType({
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"), "image/heic"),
    b"avif": "image/avif", b"avis": "image/avif", b"M4A ": "audio/mp4", b"M4B ": "audio/mp4",
    b"M4P ": "audio/mp4"})
_STILLS = (b"mif1", b"msf1")  # a picture, and only the further brands say how it is coded
_SHARED: Sequence[tuple[bytes, str]] = (  # boxes of sound, of films or of both: what they are unless named
    (b"\x1aE\xdf\xa3", "video/x-matroska"), (b"OggS", "audio/ogg"),
    (b"0&\xb2u\x8ef\xcf\x11", "video/x-ms-asf"))
_SAME_BOX: Mapping[str, Sequence[str]] = MappingProxyType({
    "video/mp4": ("m4a", "m4b", "m4r", "mp4", "m4v", "mov", "3gp", "3ga"),
    "video/quicktime": ("m4a", "mov"),
    "video/3gpp": ("3gp", "3ga", "m4a", "mp4"),
    "video/x-matroska": ("webm", "weba", "mkv", "mka"),
    "audio/ogg": ("ogg", "oga", "opus", "ogv"),
    "video/x-ms-asf": ("wma", "wmv", "asf")})


def media_type(name: str, head: bytes) -> str:
    """What kind of file it is, by its first ``HEAD`` bytes and its name."""
    ending = name.rpartition(".")[2].lower()
    found = _by_content(head)
    if found is None:
        return _ENDINGS.get(ending, UNKNOWN)
    return _ENDINGS[ending] if ending in _SAME_BOX.get(found, ()) else found


def _by_content(head: bytes) -> str | None:
    if head[4:8] == b"ftyp":
        return _by_brand(head)
    if _is_bitmap(head):
        return "image/bmp"
    if head[:3] == b"ID3" and head[3:4] < b"\x10":  # a version, where a text would have a letter
        return "audio/mpeg"
    signs = _RIFF if head[:4] == b"RIFF" else _SIGNS
    shared = next((kind for sign, kind in _SHARED if head.startswith(sign)), None)
    return next((kind for at, sign, kind in signs if head[at:at + len(sign)] == sign), shared)


def _by_brand(head: bytes) -> str:
    """The kind of an ISO box by its brand; by its further brands, where the first tells too little."""
    brand = head[8:12]
    if brand in _BRANDS:
        return _BRANDS[brand]
    if brand in _STILLS:
        end = min(int.from_bytes(head[:4], "big"), len(head))
        further = (_BRANDS.get(head[at:at + 4], "") for at in range(16, end, 4))
        return next((kind for kind in further if kind.startswith("image/")), "image/heif")
    if brand == b"qt  ":
        return "video/quicktime"
    return "video/3gpp" if brand.startswith((b"3gp", b"3g2")) else "video/mp4"


def _is_bitmap(head: bytes) -> bool:
    """Two letters begin it, as they begin many a text: its header's length must be one there is."""
    return head[:2] == b"BM" and int.from_bytes(head[14:18], "little") in (12, 40, 52, 56, 64, 108, 124)
