"""What is printed for a room: pages to write on, a key on one page, cards; and what its author says to a teacher."""
