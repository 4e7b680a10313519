"""The rubric: a brief and its surroundings in, findings out; pure functions, listed here."""

from briefdesk.brief.model import Brief
from briefdesk.checks.bullets import bullet_count, bullet_length, bullet_sentences, bullets_total, has_bullets
from briefdesk.checks.criterion import Criterion, Report, report
from briefdesk.checks.explaining import acronyms_explained, house_terms_explained
from briefdesk.checks.headline import (
    has_headline,
    headline_alone,
    headline_length,
    headline_present,
    headline_words,
)
from briefdesk.checks.metadata import description_length, has_description
from briefdesk.checks.related import has_related, related_count, related_summaries
from briefdesk.checks.source import source_named
from briefdesk.checks.surroundings import Surroundings
from briefdesk.checks.terms import definition_clear, definition_length, definition_new, has_terms
from briefdesk.checks.wording import slips

CRITERIA: tuple[Criterion, ...] = (
    Criterion("H1", "A headline on one line, without a full stop", "BBC", headline_present),
    Criterion("H2", "At most 65 characters in the headline", "GOV.UK", headline_length, has_headline),
    Criterion("H3", "Few strong words in the headline", "Smart Brevity", headline_words, has_headline),
    Criterion("H6", "A headline of its own", "house", headline_alone, has_headline),
    Criterion("B1", "Three to eight bullets", "Smart Brevity", bullet_count),
    Criterion("B2", "At most 25 words a bullet", "GOV.UK, Oxford", bullet_length, has_bullets),
    Criterion("B3", "One sentence a bullet, two at most", "ONS", bullet_sentences, has_bullets),
    Criterion("B4", "60 to 180 words in all bullets", "Axios", bullets_total, has_bullets),
    Criterion("W5", "No word twice, no double space", "Vale", slips),
    Criterion("T1", "Acronyms that are explained", "GOV.UK", acronyms_explained, has_bullets),
    Criterion("T2", "Terms of the house explained here too", "house", house_terms_explained, has_bullets),
    Criterion("T3", "Definitions of 8 to 45 words", "plain language", definition_length, has_terms),
    Criterion("T4", "Definitions that stand by themselves", "plain language", definition_clear, has_terms),
    Criterion("T5", "Definitions that do not repeat a bullet", "house", definition_new, has_terms),
    Criterion("S1", "A source with publisher and address", "house", source_named),
    Criterion("R1", "Two to five other briefs", "house", related_count),
    Criterion("R3", "Summaries of 40 to 120 words", "house", related_summaries, has_related),
    Criterion("M1", "A description of 50 to 160 characters", "GOV.UK", description_length, has_description),
)
"""The rules in the rubric's order; a new one is a function and a line here."""

EMPTY = Surroundings()


def check(brief: Brief, surroundings: Surroundings = EMPTY) -> Report:
    """Hold a brief to every criterion that applies to it."""
    return report(CRITERIA, brief, surroundings)
