"""What the settings file keeps of an order."""

from briefdesk.ui.publish.order import Order, Which, recalled


def test_an_order_comes_back_as_it_was_remembered():
    order = Order(
        channel="markdown",
        folder="/srv/site",
        which=Which.ALL,
        base_url="https://example.org/briefs",
        drafts=True,
        remove=True,
        settings={"markdown": {"front_matter": "toml"}},
    )
    assert recalled(order.remembered()) == order


def test_a_selection_is_not_remembered():
    assert recalled(Order(which=Which.SELECTION).remembered()).which is Which.THIS


def test_nonsense_in_the_settings_has_its_default():
    kept = {
        "channel": 3,
        "folder": None,
        "which": "??",
        "drafts": "yes",
        "settings": {"html": 1, "txt": {"a": 2}},
    }
    assert recalled(kept) == Order(settings={"txt": {}})
    assert recalled({}) == Order()
