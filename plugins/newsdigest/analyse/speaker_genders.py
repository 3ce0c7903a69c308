"""Who may be `he` and who `she`: names and roles of an article in, the gender that it shows for each person out.

Titles (`Mrs.`) and words for a man or a woman in a role (`chairwoman`) decide; without them the given name, if it is
one of the commonest that are given to one sex (from memory of English-language name statistics, none that serve both).
Limits: nothing is known of most names from elsewhere; then nobody is ruled out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from spacy.tokens import Token

from newsdigest.model import Mention, Role

Gender = Literal["he", "she"]

TITLES: Mapping[str, Gender] = {
    "Baroness": "she",
    "Dame": "she",
    "King": "he",
    "Lady": "she",
    "Lord": "he",
    "Miss": "she",
    "Mr": "he",
    "Mr.": "he",
    "Mrs": "she",
    "Mrs.": "she",
    "Ms": "she",
    "Ms.": "she",
    "Prince": "he",
    "Princess": "she",
    "Queen": "she",
    "Sir": "he",
}
WOMEN = frozenset(
    """
    actress alderwoman anchorwoman assemblywoman businesswoman chairwoman comedienne committeewoman congresswoman
    councilwoman daughter forewoman girlfriend grandmother granddaughter heiress mother niece policewoman princess
    queen saleswoman sister spokeswoman stateswoman widow wife woman
    """.split()
)
MEN = frozenset(
    """
    alderman anchorman assemblyman boyfriend brother businessman congressman councilman father fisherman foreman
    grandfather grandson husband king man nephew policeman prince salesman son statesman uncle widower
    """.split()
)
GIVEN_TO_WOMEN = frozenset(
    """
    Abigail Adele Agnes Aisha Alexandra Alice Alicia Alison Allison Alyssa Amanda Amber Amelia Amy Ana Angela
    Angelina Anita Ann Anna Anne Annette Annie Arlene Ashley Audrey Barbara Beatrice Becky Bella Bernadette Beth
    Bethany Betty Beverly Bonnie Brenda Bridget Brittany Camille Candace Carla Carol Caroline Carolyn Carrie
    Catherine Cathy Cecilia Charlene Charlotte Chelsea Cheryl Chloe Christina Christine Cindy Claire Clara Claudia
    Colleen Connie Courtney Cristina Crystal Cynthia Daisy Danielle Daphne Deanna Debbie Deborah Debra Denise Diana
    Diane Dolores Donna Dora Doris Dorothy Edith Eileen Elaine Eleanor Elena Elise Elizabeth Ella Ellen Elsie Emily
    Emma Erica Erin Esther Ethel Eva Eve Evelyn Fatima Felicia Fiona Frances Gabriela Gail Geraldine Gina Gladys
    Gloria Greta Gretchen Gwen Hannah Harriet Hazel Heather Heidi Helen Helena Hillary Holly Ida Ingrid Irene Isabel
    Isabella Jacqueline Jane Janet Janice Jasmine Jeanette Jeanne Jennifer Jenny Jessica Jill Joan Joanna Joanne
    Jodi Josephine Joyce Juanita Judith Judy Julia Juliana Julie Karen Kate Katherine Kathleen Kathryn Kathy Katie
    Katrina Kayla Kimberly Kirsten Kristen Kristin Kristina Laura Lauren Laurie Leah Lena Leticia Lillian Lily Linda
    Lisa Liz Lois Lori Lorraine Louise Lucia Lucille Lucy Lydia Madeleine Maggie Mandy Marcia Margaret Margarita
    Maria Marian Marianne Marie Marilyn Marina Marjorie Marlene Marsha Martha Mary Maureen Maxine Megan Melanie
    Melinda Melissa Meredith Mia Michelle Mildred Miriam Molly Monica Nadia Nancy Naomi Natalia Natalie Natasha
    Nicole Nina Nora Norma Olga Olivia Pamela Patricia Patty Paula Pauline Peggy Penny Phyllis Priscilla Priya
    Rachel Ramona Rebecca Regina Renee Rhonda Rita Roberta Rosemary Roxanne Ruby Ruth Sabrina Sally Samantha Sandra
    Sara Sarah Sharon Sheila Shelley Shirley Silvia Sofia Sonia Sophia Sophie Stella Stephanie Sue Susan Suzanne
    Svetlana Sylvia Tamara Tammy Tanya Tara Teresa Theresa Tiffany Tina Ursula Valerie Vanessa Vera Veronica Vicki
    Victoria Viola Vivian Wanda Wendy Yolanda Yvonne Zoe
    """.split()
)
GIVEN_TO_MEN = frozenset(
    """
    Aaron Abdul Abraham Adam Adrian Ahmed Alan Albert Alberto Alejandro Alex Alexander Alfred Ali Allen Alvin Andre
    Andrew Andy Angelo Anthony Antonio Arnold Arthur Barry Ben Benjamin Bernard Bernie Bill Billy Bob Bobby Boris
    Brad Bradley Brandon Brendan Brent Brett Brian Bruce Bryan Byron Calvin Carl Carlos Cecil Cesar Chad Charles
    Charlie Chester Chris Christian Christopher Clarence Claude Clayton Clifford Clint Clyde Cody Colin Corey Craig
    Curtis Cyril Damian Dan Daniel Danny Darren Dave David Dean Dennis Derek Dick Diego Dmitri Don Donald Doug
    Douglas Duane Duncan Dustin Dwight Dylan Earl Ed Eddie Eduardo Edward Edwin Elijah Elliot Emmanuel Enrique Eric
    Erik Ernest Ethan Eugene Evan Felix Fernando Floyd Francisco Frank Fred Frederick Gabriel Gary Gavin Gene
    Geoffrey George Gerald Glen Glenn Gordon Graham Greg Gregory Guillermo Hans Harold Harry Harvey Hassan Hector
    Henry Herbert Herman Howard Hugh Hugo Ian Ibrahim Igor Isaac Ivan Jack Jacob Jake Jamal James Jared Jason Javier
    Jay Jeff Jeffrey Jeremy Jerome Jerry Jim Jimmy Joe Joel John Johnny Jon Jonathan Jorge Jose Joseph Josh Joshua
    Juan Julian Julio Justin Karl Keith Ken Kenneth Kevin Kurt Kyle Larry Lars Lawrence Leo Leon Leonard Leroy Liam
    Lloyd Louis Lucas Luis Luke Malcolm Manuel Marco Marcus Mario Martin Marvin Matt Matthew Maurice Max Maxwell
    Melvin Michael Miguel Mike Milton Mohamed Mohammed Morris Muhammad Nathan Nathaniel Neil Nicholas Nick Nigel
    Noah Norman Oliver Omar Oscar Otto Owen Pablo Patrick Paul Pedro Pete Peter Phil Philip Phillip Pierre Rafael
    Ralph Ramon Randall Randy Raul Ray Raymond Reginald Ricardo Richard Rick Rob Robert Roberto Rodney Roger Roland
    Ron Ronald Roy Ruben Rudy Russell Ryan Salvador Samuel Santiago Scott Sean Sergei Sergio Seth Shane Shawn Simon
    Stan Stanley Stephen Steve Steven Stewart Stuart Ted Terrence Theodore Thomas Tim Timothy Todd Tom Tommy Tony
    Travis Trevor Troy Tyler Vernon Victor Vincent Vladimir Walter Wayne Wesley William Willie Wolfgang Yusuf
    Zachary
    """.split()
)


def genders(
    tokens: Sequence[Token], named: Mapping[int, Mention], full: Mapping[str, str], stated: Iterable[Role]
) -> dict[str, Gender]:
    """Give the gender of each person, by full name, where the article shows it."""
    shown: dict[str, Counter[Gender]] = defaultdict(Counter)
    for i, mention in named.items():
        if mention.kind == "person" and i > 0 and named.get(i - 1) is not mention:
            title = TITLES.get(tokens[i - 1].text) or of_word(tokens[i - 1].lower_)
            if title:
                shown[full[mention.text]][title] += 1
    for role in stated:
        for word in (role.text or "").lower().split():
            gender = of_word(word)
            if gender:
                shown[full.get(role.person, role.person)][gender] += 1
    found = {name: _given(name) for name in set(full.values())}
    return {name: gender for name, known in found.items() if (gender := _commonest(shown.get(name)) or known)}


def of_word(word: str) -> Gender | None:
    """Give the gender that a word for somebody tells, lower case."""
    return "she" if word in WOMEN else "he" if word in MEN else None


def _given(name: str) -> Gender | None:
    first = name.split()[0]
    if first == name:
        return None
    return "she" if first in GIVEN_TO_WOMEN else "he" if first in GIVEN_TO_MEN else None


def _commonest(votes: Counter[Gender] | None) -> Gender | None:
    if not votes or votes["he"] == votes["she"]:
        return None
    return "he" if votes["he"] > votes["she"] else "she"
