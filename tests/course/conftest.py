"""Tests of what this course says: its facts, rows, questions and lessons. They change when a row does."""

from lesson.core import home

home.module(home.SHARED, "facts")  # from here on, `course` can be imported as the engine imports it
