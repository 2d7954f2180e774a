"""Text with offsets: folding, tokens, sentences, flags."""
