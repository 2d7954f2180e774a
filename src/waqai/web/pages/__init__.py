"""The pages that people see, one module a noun. Each handler takes a Call and gives an answer; it runs in a thread."""
