"""What the user has chosen, kept between starts."""
