"""The pictures in docs/pictures: those that the command takes, all of them, and small."""

import pictures


def test_every_picture_is_there_and_no_other_and_together_they_are_small():
    wanted = [picture.name for picture in pictures.pictures()]
    there = {path.stem: path.stat().st_size for path in pictures.FOLDER.glob("*")}
    assert len(set(wanted)) == len(wanted)
    assert set(there) == set(wanted)
    assert sum(there.values()) < 1.5 * 1024 * 1024
