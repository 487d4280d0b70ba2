"""A class from plain files: learners copy their answers into a folder, and a teacher reads it. There is no service.

For learners:

    lesson.join(folder="", nickname="")     copy my answers into the folder of a class, now and whenever one is saved;
                                            without a name it is the folder that LESSON_CLASS names. The card of
                                            lesson.progress("NN") has the same as a button where LESSON_CLASS is set
    lesson.leave(delete=False)              stop; with delete=True take my files out of the folder again
    lesson.hand_in(nickname="")             make one file of my answers for a teacher who has no shared folder

For teachers:

    lesson.projector("NN-a-question", folder="")    one question in five phases with one button, in large type
    lesson.board("NN", folder="")                   what a class answered: votes, change, transfer, each question
    found = lesson.classroom(folder, ...)           several folders are pooled
    found.count("NN-a-question", 1, A=5, B=8)       hands or cards that were counted, for vote 1
    found.groups("NN-a-question")                   groups for the talk, formed from different answers
    found.export("NN", "figures.csv")               every figure of the board
    found.problems                                  one sentence for each file or line that was not read

Without a folder board and projector read the one that LESSON_CLASS names, else they show an invented demonstration.
Whatever is in such a folder is hostile until it is parsed, and is always graded again, from the same sheets.
"""
