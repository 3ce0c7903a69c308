"""Short forms that an article explains in brackets."""

from __future__ import annotations

import pytest
from newsdigest.link.organisation_brackets import explained

from tests.link.naming import article, forms, rule, who


@pytest.mark.parametrize(
    ("text", "houses", "expected"),
    [
        ("The Larch Bund (LBD) met.", "Larch Bund | LBD", {"LBD": "Larch Bund"}),
        ("The LBD (Larch Bund) met.", "Larch Bund | LBD", {"LBD": "Larch Bund"}),
        ("The “Larch Bund” (LBD) met.", "Larch Bund | LBD", {"LBD": "Larch Bund"}),
        ("The Larch Bund met (LBD did not).", "Larch Bund | LBD", {}),
        ("The Larch Bund (Willow Bund) met.", "Larch Bund | Willow Bund", {}),
        ("The LBD (URW) met.", "LBD | URW", {}),
    ],
)
def test_a_short_form_in_brackets_belongs_to_the_name_before(text: str, houses: str, expected: dict[str, str]) -> None:
    story, analysis = article("a", text, houses=houses)
    assert explained(story.text, analysis.mentions) == expected


def test_a_short_form_explained_in_one_article_is_known_in_all_whatever_its_letters() -> None:
    found = who(
        article("a", "The Kestrel Workers Party (PRK) won.", houses="Kestrel Workers Party | PRK"),
        article("b", "Rain fell on the PRK.", houses="PRK"),
    )
    assert forms(found) == ["Kestrel Workers Party = PRK"] or forms(found) == ["PRK = Kestrel Workers Party"]
    assert len(found[0].appearances) == 2
    assert rule(found, found[0].aliases[0].text) == "explained in brackets"
