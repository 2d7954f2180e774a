"""What pages show, made ready: words in the reader's language, claims side by side, marks in texts, bars of charts."""
