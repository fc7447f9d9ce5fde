"""Chinese text recovered from a PDF: no blanks at the ends of lines, and paragraphs by their short last lines."""

from resolint.cards import lexicon
from resolint.notation.recovered.reading import read_recovered
from resolint.notation.traced import Source
from resolint.pdf import _Char, _stand_apart

PAGE = """大会，

认识到登记的社区花园有许多已被废弃，而乡村学校仍然依赖这
些花园为儿童提供新鲜蔬菜和水果，并在2015
年重新开放了其中的一部分，
重申花园的宗旨和原则，
关切地注意到花园的维护工作往往落在少数教师和学生身上，而
其他居民没有参加这项工作，
1. 请会员国登记其境内的社区花园，并在方便的时候公布登记的
结果；
2. 决定继续处理此案。
"""


def test_lines_are_joined_without_blanks_and_paragraphs_end_where_their_line_is_short() -> None:
    read = read_recovered(Source.of(PAGE), lexicon())
    texts = [block.text for block in read.blocks]
    assert (
        "认识到登记的社区花园有许多已被废弃，而乡村学校仍然依赖这些花园为儿童提供新鲜蔬菜和水果，并在2015年重新开放了其中的一部分，"
        in texts
    )
    assert "重申花园的宗旨和原则，" in texts
    assert not any("的 结果" in text for text in texts)


def test_what_a_word_processor_sets_beside_figures_is_no_blank() -> None:
    def char(text: str, left: float) -> _Char:
        return _Char(text, left, left + 10, 0, 10, False, False, True)

    assert not _stand_apart(char("年", 0), char("9", 12.5))
    assert not _stand_apart(char("决", 0), char("议", 13))
    assert _stand_apart(char("联", 0), char("A", 14)) and _stand_apart(char("a", 0), char("b", 13))
