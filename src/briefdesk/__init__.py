"""BriefDesk: write, check, keep and publish news briefs."""

__version__ = "0.1.0"
