"""Events to claims: one value of one event of one report, with its words, its span, its rule and who claims it."""
