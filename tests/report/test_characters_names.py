"""Names of files on pages that are handed on."""

from resolint.report.characters import file_names


def test_folders_are_left_out_unless_names_are_alike() -> None:
    assert file_names("/home/ana/drafts/one.docx", "C:\\texts\\two.docx") == ("one.docx", "two.docx")
    assert file_names("a/one.docx", "b/one.docx") == ("a/one.docx", "b/one.docx")
    assert file_names("a/one.docx", "a/one.docx") == ("one.docx", "one.docx")
    assert file_names("standard input") == ("standard input",)
