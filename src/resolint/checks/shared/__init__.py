"""What rules of several families need; no rule stands here."""
