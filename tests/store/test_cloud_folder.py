"""A folder that a cloud client carries away is noticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from mediation_desk.store.cloud_folder import synced_by, warning


@pytest.mark.parametrize(("folder", "product"), [
    ("OneDrive/案件", "OneDrive"), ("OneDrive - 城中区人社局/案件", "OneDrive"), ("Dropbox/1", "Dropbox"),
    ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"), ("Google Drive/office", "Google Drive"),
    ("我的坚果云/案件", "坚果云"), ("Nutstore Files/desk", "坚果云"), ("BaiduSyncdisk/案件", "百度网盘"),
    ("BaiduNetdiskDownload", "百度网盘"), ("百度网盘同步空间/案件", "百度网盘"), ("微云同步助手/1", "微云"),
    ("WPS云盘/案件", "WPS云盘"), ("Nextcloud/office", "Nextcloud"), ("阿里云盘/office", "阿里云盘"),
])
def test_a_folder_of_a_cloud_client_is_known_by_its_name(tmp_path: Path, folder: str, product: str) -> None:
    assert synced_by(tmp_path / folder) == product
    told = warning(tmp_path / folder)
    assert told
    assert product in str(told)


@pytest.mark.parametrize("folder", ["案件", "onedriver", "调解室/Box", "My Documents", "同步", "a.dropboxes"])
def test_an_ordinary_folder_is_left_in_peace(tmp_path: Path, folder: str) -> None:
    assert synced_by(tmp_path / folder) is None
    assert warning(tmp_path / folder) is None


def test_a_folder_of_a_cloud_client_is_known_by_what_the_client_leaves_in_it(tmp_path: Path) -> None:
    (tmp_path / "工作" / "案件").mkdir(parents=True)
    (tmp_path / "工作" / ".dropbox.cache").mkdir()
    assert synced_by(tmp_path / "工作" / "案件") == "Dropbox"
    assert synced_by(tmp_path) is None


def test_a_client_that_keeps_its_settings_at_home_does_not_make_home_a_cloud(home: Path) -> None:
    (home / ".dropbox").mkdir()
    assert synced_by(home / "Documents" / "office") is None
