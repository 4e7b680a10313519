"""The library on screen: the list of briefs, its search, and the related picker."""
