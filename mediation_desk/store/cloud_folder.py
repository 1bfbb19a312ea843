"""Notices a folder that a cloud client carries away: two machines would write one store to pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mediation_desk.domain.words import N_, Sentence, say

# What the clients call their folders: (product, how a part of the path looks).
_PARTS = tuple((product, re.compile(pattern, re.IGNORECASE)) for product, pattern in (
    ("OneDrive", r"onedrive( - .+|-.+)?"),
    ("Dropbox", r"dropbox( \(.+\))?"),
    ("iCloud", r"icloud ?drive|icloud~.*|mobile documents|com~apple~clouddocs"),
    ("Google Drive", r"google ?drive|googledrive-.+|my drive|我的云端硬盘"),
    ("Box", r"box sync"),
    ("Nextcloud", r"nextcloud|owncloud"),
    ("Syncthing", r"syncthing"),
    ("坚果云", r"坚果云|我的坚果云|nutstore( files)?|nutstoresync"),
    ("百度网盘", r"百度网盘.*|baidu ?netdisk.*|baidusyncdisk|百度云同步盘"),
    ("微云", r"微云.*|weiyun.*|腾讯微云"),
    ("WPS云盘", r"wps ?云盘|wps ?cloud ?files|wpsdrive|kingsoftclouddisk|金山云盘"),
    ("阿里云盘", r"阿里云盘|aliyundrive|adrive"),
    ("天翼云盘", r"天翼云盘.*"),
    ("和彩云", r"和彩云|中国移动云盘"),
    ("360云盘", r"360云盘|360安全云盘"),
    ("夸克网盘", r"夸克网盘"),
))

# What the clients leave in the top folder that they carry. (A folder ".dropbox" in the home folder is
# only the client's own settings, so home folders are not looked at.)
_MARKS = (
    (".dropbox", "Dropbox"), (".dropbox.cache", "Dropbox"), (".stfolder", "Syncthing"),
    (".sync_nextcloud.db", "Nextcloud"), (".owncloudsync.log", "Nextcloud"),
    (".tmp.drivedownload", "Google Drive"), (".tmp.driveupload", "Google Drive"),
    (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"), (".SynologyWorkingDirectory", "Synology Drive"),
    (".seafile-data", "Seafile"),
)


def synced_by(folder: Path) -> str | None:
    """The name of the client that carries the folder away, or None.

    Judged by the names of the folders on the way and by what clients leave in them; a client that
    hides both is not noticed.
    """
    whole = folder.expanduser().absolute()
    return next(iter((*_by_name(whole), *_by_mark(whole))), None)


def _by_name(folder: Path) -> Iterator[str]:
    for part in folder.parts:
        yield from (product for product, pattern in _PARTS if pattern.fullmatch(part))


def _by_mark(folder: Path) -> Iterator[str]:
    home = Path.home()
    for place in (folder, *folder.parents):
        for mark, product in _MARKS if place != home else ():
            try:
                if (place / mark).exists():
                    yield product
            except OSError:
                continue


def warning(folder: Path) -> Sentence | None:
    """The sentence to show when the store lies where a cloud client carries it away, or None."""
    product = synced_by(folder)
    if product is None:
        return None
    return say(N_("This folder is synchronised by {product}. Two computers would damage the store, and the "
                  "case files would leave the office. Choose a folder that is not synchronised."),
               product=product)
