"""What a brief is: frozen values and the rules of its texts, without Qt, SQL or files."""
