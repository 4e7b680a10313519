"""Going through findings that change."""

from briefdesk.checks.finding import Finding, Level
from briefdesk.ui.review.steps import Steps


def finding(criterion: str, index: int | None = None, start: int = 0) -> Finding:
    return Finding(criterion, Level.SHOULD, "bullets", "words", index, span=(start, start + 1))


A, B, C = finding("W1"), finding("W2"), finding("W3")


def test_the_first_step_goes_to_the_first_or_the_last():
    assert Steps().next(-1, 1, 3) == 0
    assert Steps().next(-1, -1, 3) == 2
    assert Steps().next(1, 1, 3) == 0, "nobody was at the row that is selected"


def test_steps_go_around_the_ends():
    steps = Steps()
    steps.show(C)
    assert steps.next(2, 1, 3) == 0
    assert steps.next(0, -1, 3) == 2


def test_after_a_repair_the_next_step_goes_to_what_has_moved_up():
    steps = Steps()
    steps.show(A)
    steps.found_anew([A, B, C], [B, C])
    assert steps.next(0, 1, 2) == 0
    steps.show(B)
    assert steps.next(0, 1, 2) == 1


def test_a_finding_that_moved_within_its_text_is_still_there():
    steps = Steps()
    steps.show(A)
    steps.found_anew([A, B], [finding("W1", start=9), B])
    assert steps.next(0, 1, 2) == 1


def test_of_two_alike_in_one_place_the_second_is_not_passed_over():
    steps = Steps()
    first, second = finding("W5", 0, 3), finding("W5", 0, 9)
    steps.show(first)
    steps.found_anew([first, second, C], [second, C])
    assert steps.next(0, 1, 2) == 0


def test_another_brief_begins_at_its_first():
    steps = Steps()
    steps.show(B)
    steps.forget()
    assert steps.next(1, 1, 3) == 0
