"""An invented draft in each of the other languages, with some fifteen faults of the kinds that rules know there: all are found, in
Markdown and in Word alike, and fixes and reviews of the Word files hold.
"""

import pytest

from resolint.pipeline import build, clean, fix, lint, review
from tests.support import verbs

DRAFTS = {
    "fr": """+++
symbol = "A/81/L.33"
language = "French"
+++

# Jardins partagés et bibliothèques de semences

*L’Assemblée générale*,

*Rappelant* sa résolution 70/1, du 25 septembre 2015, intitulée « Transformer notre monde »,

*Souligne* que les jardins partagés nourrissent les villes,

*Consciente* que 35% des arbres des villes ont moins de dix ans,

*Également convaincue* que les États membres doivent partager leurs semences,

1. *Décidant* de proclamer 2028 Année internationale des jardins partagés ;

2. *Prie* le secrétaire général d'affecter 1,500 volontaires aux bibliothèques de semences;

3. *Encourage* les organismes des Nations unies à soutenir les jardiniers, le 12 Mars de chaque année ;

5. *Invite* les donateurs à verser des contributions volontaires, [montant à préciser] ;

6. *Prie également* le Secrétaire général de lui faire rapport à sa quatre-vingt deuxième session
""",
    "es": """+++
symbol = "A/81/L.34"
language = "Spanish"
+++

# Huertos compartidos y bibliotecas de semillas

*La Asamblea General*,

*Recordando* su resolución 70/1 de 25 de septiembre de 2015, titulada “Transformar nuestro mundo”,

*Subraya* que los huertos compartidos alimentan a las ciudades,

*Consciente* de que el 35 por ciento de los árboles tiene menos de diez años,

*También convencida* de que los Estados miembros deben compartir sus semillas,

1. *Decidiendo* proclamar 2028 Año Internacional de los Huertos Compartidos;

2. *Solicita* al Secretario general que asigne 1,500 voluntarios a las bibliotecas de semillas ;

3. *Alienta* a los organismos de las Naciones unidas a que apoyen a los jardineros el 12 de Marzo de cada año;

5. *Invita* a los donantes a que aporten contribuciones voluntarias XXX;

6. *Solicita también* al Secretario General que la informe en su octagésimo segundo período de sesiones
""",
    "ru": """+++
symbol = "A/81/L.35"
language = "Russian"
+++

# Общие сады и библиотеки семян

*Генеральная Ассамблея*,

*ссылаясь* на свою резолюцию 70/1, от 25 сентября 2015 года, озаглавленную “Преобразование нашего мира”,

*подчеркивает*, что общие сады кормят города,

*будучи убежден* в том, что 35% деревьев моложе десяти лет,

*также признавая*, что Государства-члены должны делиться семенами,

1. *постановляя* провозгласить 2028 год Международным годом общих садов;

2. *просит* Генерального Секретаря направить 1.500 добровольцев в библиотеки семян ;

3. *призывает* организации системы Организации Объединенных наций поддерживать садовников 12 Марта каждого года;

5. *предлагает* донорам внести добровольные взносы XXX;

6. *просит также* Гeнерального секретаря представить ей доклад на ее восемьдесят второй сессии
""",
    "zh": """+++
symbol = "A/81/L.36"
language = "Chinese"
+++

# 共享花园和种子图书馆

大会，

回顾其2015 年 9 月 25 日第 70/1 号决议，

强调又共享花园养活城市;

意识到百分之35的树木不到十年，

深信会员国应分享种子,

1. 决定宣布2028年为国际共享花园年；

2. 请秘书长向种子图书馆派遣1,500名志愿者；

3. 鼓励联合国各组织支持「园丁」；

5. 邀请捐助方提供自愿捐款XXX；

6. 又请秘书长向大会第82届会议提出报告
""",
    "ar": """+++
symbol = "A/81/L.37"
language = "Arabic"
+++

# الحدائق المشتركة ومكتبات البذور

الجمعية العامة,

وإذ تشير إلى قرارها 70/1 بتاريخ 25 سبتمبر 2015،

تؤكد أن الحدائق المشتركة تغذي المدن،

وإذ يدرك أن 35% من الأشجار يقل عمرها عن عشر سنوات،

وإذ تعرب عن اقتناعها بأن الدول الاعضاء ينبغي أن تتقاسم بذورها,

1 - وإذ تقرر إعلان عام 2028 سنة دولية للحدائق المشتركة؛

2 - أيضا تطلب إلى الأمين العام أن يوفد 500 1 متطوع؛

3 - يشجع مؤسسات منظومة الامم المتحدة على دعم البستانيين;

5 - تدعو المانحين إلى تقديم تبرعات XXX؛

6 - تطلب إلى الأمين العام أن يقدم إليها تقريرا في دورتها 82
""",
}
FAULTS = {
    "fr": [
        ("REF002", ", du"),
        ("STR041", "Souligne"),
        ("SPL004", ""),
        ("PRE003", "Également convaincue"),
        ("CAP013", " m"),
        ("STR041", "Décidant"),
        ("CAP013", "secrétaire général"),
        ("NUM002", ","),
        ("TYP014", ""),
        ("CAP013", "Nations unies"),
        ("NUM004", "Mars"),
        ("STR042", ""),
        ("OPR020", "[montant à préciser]"),
        ("NUM020", " "),
        ("STR040", ""),
    ],
    "es": [
        ("REF002", " de"),
        ("STR041", "Subraya"),
        ("SPL004", " por ciento"),
        ("PRE003", "También convencida"),
        ("CAP013", " m"),
        ("STR041", "Decidiendo"),
        ("CAP013", "Secretario general"),
        ("NUM002", ","),
        ("TYP014", " "),
        ("CAP013", "Naciones unidas"),
        ("NUM004", "Marzo"),
        ("STR042", ""),
        ("PRC007", "XXX"),
        ("NUM020", "octagésimo"),
        ("SPL012", "octagésimo"),
        ("STR040", ""),
    ],
    "ru": [
        ("REF002", ", от"),
        ("TYP005", "“Преобразование нашего мира”"),
        ("STR041", "подчеркивает"),
        ("STR043", "убежден"),
        ("SPL004", "%"),
        ("PRE003", "также признавая"),
        ("CAP013", "Г"),
        ("OPR023", "постановляя"),
        ("STR041", "постановляя"),
        ("CAP013", "С"),
        ("NUM002", "."),
        ("TYP014", " "),
        ("CAP013", "н"),
        ("NUM004", "Марта"),
        ("STR042", ""),
        ("PRC007", "XXX"),
        ("TYP090", "Гeнерального"),
        ("STR040", ""),
    ],
    "zh": [
        ("NUM004", "2015 年 9 月 25 日"),
        ("REF002", " "),
        ("PRE003", "强调又"),
        ("STR040", ";"),
        ("TYP023", ";"),
        ("SPL004", "百分之35"),
        ("TYP023", ","),
        ("NUM002", ","),
        ("TYP005", "「园丁」"),
        ("STR042", ""),
        ("PRC007", "XXX"),
        ("NUM020", "82"),
        ("STR040", ""),
    ],
    "ar": [
        ("STR003", "الجمعية العامة,"),
        ("REF002", " بتاريخ"),
        ("NUM004", "سبتمبر"),
        ("STR041", "تؤكد"),
        ("STR043", "يدرك"),
        ("SPL004", "%"),
        ("REF014", "الدول الاعضاء"),
        ("TYP023", ","),
        ("STR041", "وإذ"),
        ("OPR002", "أيضا تطلب"),
        ("STR043", "يشجع"),
        ("REF014", "الامم المتحدة"),
        ("TYP023", ";"),
        ("STR042", ""),
        ("PRC007", "XXX"),
        ("NUM020", "82"),
        ("STR040", ""),
    ],
}


@pytest.mark.parametrize("language", DRAFTS)
def test_the_faults_of_an_invented_draft_are_found_at_their_words_in_markdown_and_in_word(language: str) -> None:
    source = DRAFTS[language].encode()
    word = build(source, verbs.session(), name="draft.md")
    for data, name in ((source, "draft.md"), (word, "draft.docx")):
        report = lint(data, verbs.session(), name=name)
        found = [(one.rule, report.text[one.span.block][one.span.start : one.span.end]) for one in report.active]
        assert [fault for fault in FAULTS[language] if fault not in found] == [], name


@pytest.mark.parametrize("language", DRAFTS)
def test_reviews_and_fixes_of_such_a_draft_hold(language: str) -> None:
    word = build(DRAFTS[language].encode(), verbs.session(), name="draft.md")
    before = lint(word, verbs.session(), name="draft.docx")
    reviewed = review(word, verbs.session(), name="draft.docx")
    assert lint(clean(reviewed.data), verbs.session(), name="draft.docx").text == before.text
    mended = fix(word, verbs.session(), name="draft.docx", level="suggest", accept=True).after
    # Of fixes that touch, the second is made when the first has been.
    mended = fix(mended, verbs.session(), name="draft.docx", level="suggest", accept=True).after
    left = lint(mended, verbs.session(), name="draft.docx")
    assert not [one for one in left.active if one.fix is not None and one.fix.applicability != "advice"]
    assert len(left.active) < len(before.active)
