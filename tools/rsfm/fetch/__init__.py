"""What the outside world says of papers: asked politely, judged strictly, stored whole or not at all."""
