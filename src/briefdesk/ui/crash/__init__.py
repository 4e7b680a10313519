"""What happens when there is a bug: it is told once, whole, with the text safe."""
