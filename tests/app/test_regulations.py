"""The rules as shipped: every word as published, pinned by digest.

The digests were taken from the published texts, not from the files tested here.
"""

from datetime import date
from hashlib import sha256

import pytest

from app.domain.designation import Designation
from app.domain.edition import EDITION_UNTIL_ASKED, Basis, Delivery, Regulations
from app.regulations import load_notices, load_regulations

FIRST, SECOND = date(2024, 9, 24), date(2024, 12, 10)
EDITIONS = {
    FIRST: "9810bc2a82e9a890fee78c6c09805b50f7e999eff2ff1b7bb6838a929ecd3f62",
    SECOND: "32f2c3254e0cec8d6ca288c0dbd74f8c09d86bbf4f00bdb6456a16a4628068e9",
}
LISTS = [
    (
        FIRST,
        "24-2-42.2(A)(1)",
        "Adult",
        8,
        "f6d228826f6467a6a7e43873b0c6e3018857fc63dea51b8742f7ab28d36f72ed",
        "fbc854639ab39d46fcda40ea6748173d061d1042d8f60e59e08613326f6ddce8",
    ),
    (
        FIRST,
        "24-2-42.2(A)(2)",
        "Parent/Caregiver",
        9,
        "a4fa03493d1c553e7d56470aae9bcabbf5cd20d00f0a07abb07ef4c1efc3eb56",
        "c7ded39ad299b65b1c27dde8d5941ce7172d3d7d6d5b8d9e38296c6e8cc08d09",
    ),
    (
        FIRST,
        "24-2-42.2(A)(3)",
        "Youth/Young Adult",
        8,
        "46cf92c1c9dd784809f5f3f5b81fcbc91515b38308326b9d4c8b6e0550228ccd",
        "8c83ce787e40ce8d4eeaf8fe615357207d9568e62d7637b32ae74d8068b81bc8",
    ),
    (
        FIRST,
        "24-2-42.2(A)(4)",
        "Recovery Services",
        8,
        "fd7cb833b6dd5bc825089933809b63c80f3c89260d98d4c37800608607a100ad",
        "33513d006d6736171a814a8669bc8abad396301d81cdc8088964a06abd781786",
    ),
    (
        SECOND,
        "24-2-42.2(A)(1)",
        "Mental Health",
        9,
        "7ea40ef72b5ecdd47120d0e8fd3c823c7720ee3415eb881dfe3f01a5aa720c1a",
        "2f68dc38fe95c09b64f569bc37d889825cf2379afc2f0a7857329626098a063e",
    ),
    (
        SECOND,
        "24-2-42.2(A)(2)",
        "Parent/Caregiver",
        2,
        "3538a728b942f4851aca06677ba9698c9fab6f03bc9b554e3e5d9e68e6ab4061",
        "cd7a2ee69287245258ffdadb05ab6be688ced917ed7849c2aa7bced38408862e",
    ),
]
SERVICE_DESIGN = {
    "(B)(1)": "0f5559050c08c4e496d6675ad2637c21a7567d7123470aab8e37483b3ab9c44b",
    "(B)(2)": "78e5fa15e8c25f2c914562425d818bc9ea7cba9465b4d9e04c784f3e1b5cc736",
    "(B)(3)": "ea98cc0b14c11e70476c1936bc1eb8187530b3b2d5018f4a8ee7fe0f14b8a52e",
    "(B)(4)": "ff6e985dfec95ec6085a4b2e723f615c86e55771adab9019eb2a11a152c5a2b8",
    "(B)(5)": "4d7e3d63c0bcc119406e1181948fe8d2f3ad0d9898e2bf3efa4dae0508bae946",
    "(B)(6)": "ed0a8d2d9241b970e6faed0c49b155cfe44fef60b3f99d8f85486e6554d122cf",
    "(A)": "c3ee3d51c8e2ec4ab417b540c34b2f2cb28f32c6cecc739fbb7d349df98be845",
    "(B)": "7d9fc48553f4de2a2b93dba13e2515021991a2db08a691c011a4b00e9150e15a",
    "(D)": "b652283b2f734ecaabd1c94c8ac50802382511a1999b9488c5c32594fb4a5961",
    "(E)": "9622e214d3fe377cd4b29ea75efdf39e5dd31ea032cd7c09659628ad2861df85",
    "(F)": "572391a901da402b1f19817ea199df33bc7b06be98e8f4d779bfbc43e3e111ef",
    "(G)": "ca03f92a2aa66dddf195968b84675bc8d01bd91058bd76fa6539f28bc75fa0e3",
    "(H)": "f78179c8d6a2fee5d21980758c2fe6df2027db3ef063c3205fbdff040ea5a575",
    "(K)": "6731587a9a604bedb453465fee9de241e8639d085cf901cc313a09ef3e45e86a",
    "(M)": "643516ef9cc3ab5765de0b2bb7812e4d5d91baa760fb6fd552737058ecec3ee4",
    "(O)": "0fe300e9c1a60dc2935ed837559bb4cf872e94b2b96b96260ef446f3862f558c",
    "(P)": "534c9128ad1d6aec7e51c319d1b6db4bcd53eaf6b9bbd791535565233aa33396",
}


@pytest.fixture(scope="module")
def rules() -> Regulations:
    return load_regulations()


def digest(words: str) -> str:
    return sha256(words.encode()).hexdigest()


def test_shipped_rules_have_no_problems(rules):
    assert rules.problems == ()


def test_editions_come_newest_first(rules):
    assert [edition.current_through for edition in rules.editions] == [SECOND, FIRST]
    assert EDITION_UNTIL_ASKED == FIRST


@pytest.mark.parametrize(("day", "pinned"), EDITIONS.items())
def test_introduction_of_an_edition_is_word_for_word(rules, day, pinned):
    assert digest(rules.edition(day).introduction) == pinned


@pytest.mark.parametrize(
    ("day", "citation", "name", "count", "items", "introduction"),
    LISTS,
    ids=[f"{day}-{citation}" for day, citation, *_rest in LISTS],
)
def test_list_is_word_for_word(rules, day, citation, name, count, items, introduction):
    found = rules.edition(day).list_at(citation)
    assert found.name == name
    assert len(found.items) == count
    assert digest("\n".join(found.items)) == items
    assert digest(found.introduction) == introduction


def test_first_edition_has_33_items_and_is_complete(rules):
    edition = rules.edition(FIRST)
    assert sum(len(entry.items) for entry in edition.lists) == 33
    assert edition.complete
    assert edition.source == "rule-24-2-42.2-activities.2024-09-24.txt"


def test_second_edition_says_what_it_does_not_have(rules):
    edition = rules.edition(SECOND)
    assert [entry.complete for entry in edition.lists] == [True, False]
    assert edition.missing == ("Youth/Young Adult", "Substance Use")
    assert edition.unknown == ("Forensic", "Peer Bridger")
    assert not edition.complete


@pytest.mark.parametrize(
    ("day", "words", "deliveries"),
    [
        (FIRST, "provided face-to-face to assist", {Delivery.FACE_TO_FACE}),
        (SECOND, "provided face-to-face or remotely to assist", set(Delivery)),
    ],
)
def test_deliveries_are_those_the_introduction_names(rules, day, words, deliveries):
    edition = rules.edition(day)
    assert words in edition.introduction
    assert edition.deliveries == deliveries


def test_no_list_of_an_edition_not_on_file(rules):
    assert rules.edition(date(2030, 1, 1)) is None
    assert rules.edition(FIRST).list_at("24-2-42.2(A)(9)") is None


def test_service_design_is_word_for_word(rules):
    found = {
        one.citation.removeprefix("24-2-42.1"): digest(one.text)
        for one in (*rules.designations, *rules.paragraphs)
    }
    assert found == SERVICE_DESIGN


def test_every_designation_has_its_words(rules):
    assert [one.code for one in rules.designations] == list(Designation)
    for one in rules.designations:
        assert one.text.startswith(
            f"Certified Peer Support Specialist Professional - {one.name} ({one.code})"
        )


def test_numbers_stand_beside_the_words_that_justify_them(rules):
    supervision = rules.paragraph("24-2-42.1(M)")
    assert "at least bi-weekly" in supervision.text
    assert "first six (6) months" in supervision.text
    assert "seven (7) months - one (1) year" in supervision.text
    assert supervision.current_through == SECOND
    assert dict(supervision.numbers) == {
        "days_between": 14,
        "first_months": 6,
        "monthly_from_month": 7,
        "monthly_to_month": 12,
    }
    assert supervision.number("days_between") == 14
    youth = rules.designation("CPSSP-Y")
    assert "between the ages of 18-26" in youth.text
    assert (youth.number("from_age"), youth.number("to_age")) == (18, 26)


def test_words_the_program_does_not_act_on_are_not_found(rules):
    assert rules.paragraph("24-2-42.1(N)") is None
    assert rules.designation("CPSSP-A") is None


def test_mappings_carry_their_basis(rules):
    found = {
        (m.edition, m.designation): (m.list_citation[-3:], m.basis)
        for m in rules.mappings
        if m.designation in set(Designation)
    }
    assert found == {
        (FIRST, "CPSSP-MH"): ("(1)", Basis.MAPPED),
        (FIRST, "CPSSP-SU"): ("(4)", Basis.MAPPED),
        (FIRST, "CPSSP-Y"): ("(3)", Basis.SAME_NAME),
        (FIRST, "CPSSP-P"): ("(2)", Basis.SAME_NAME),
        (SECOND, "CPSSP-MH"): ("(1)", Basis.SAME_NAME),
        (SECOND, "CPSSP-P"): ("(2)", Basis.SAME_NAME),
    }


@pytest.mark.parametrize(
    ("printed", "lists"),
    [
        ("Adult", ["(A)(1)"]),
        ("CPSSP-A", ["(A)(1)"]),
        ("Recovery", ["(A)(4)"]),
        ("CPSSP-R", ["(A)(4)"]),
        ("Recovery only", ["(A)(4)"]),
        (" recovery ONLY ", ["(A)(4)"]),
        ("Adult and Recovery", ["(A)(1)", "(A)(4)"]),
        ("Young Adult", ["(A)(3)"]),
        ("Parent/Caregiver", ["(A)(2)"]),
    ],
)
def test_name_on_an_older_certificate_gives_its_lists(rules, printed, lists):
    older = rules.older_name(printed)
    assert list(older.lists) == [f"24-2-42.2{place}" for place in lists]
    assert older.edition == FIRST
    assert older.words


@pytest.mark.parametrize("code", [*Designation, "", "Bridger"])
def test_designation_of_today_is_no_older_name(rules, code):
    assert rules.older_name(code) is None


def test_disclosure_notices_are_word_for_word():
    notices = load_notices()
    assert notices.citation == "42 CFR 2.32"
    assert notices.source == "federal-notices.txt"
    assert (
        digest(notices.full)
        == "d82205a18044f9f45776343d91e26d8ddb44bf13e136af169ec73d755facd9a8"
    )
    assert (
        notices.short
        == "42 CFR part 2 prohibits unauthorized use or disclosure of these records."
    )
