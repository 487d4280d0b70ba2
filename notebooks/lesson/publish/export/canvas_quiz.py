"""The pieces of a quiz in QTI 1.2, and the zip that Canvas imports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lesson.publish.export.xml import Element, document, tag

RESPONSE = "response1"
GENERAL = "general_fb"
"""The name by which Canvas knows what everybody reads afterwards."""
QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
META = "http://canvas.instructure.com/xsd/cccv1p0"


def material(html: str) -> Element:
    """A text to read; HTML stands in it as text."""
    return tag("material", tag("mattext", html, texttype="text/html"))


def choice(choices: Sequence[tuple[str, str]], cardinality: str, name: str = RESPONSE, title: str = "") -> Element:
    """What is chosen among, put in order, or sorted into the category `title`."""
    labels = [tag("response_label", material(label), ident=ident) for ident, label in choices]
    head = [material(title)] if title else []
    return tag("response_lid", *head, tag("render_choice", *labels), ident=name, rcardinality=cardinality)


def entry(form: str = "") -> Element:
    """A place to write: a text, or a number where `form` is Decimal."""
    fields = {"fibtype": form} if form else {}
    label = tag("response_label", ident="answer1", rshuffle="No")
    return tag("response_str", tag("render_fib", label, **fields), ident=RESPONSE, rcardinality="Single")


def equal(value: str, name: str = RESPONSE) -> Element:
    """Whether an answer is, or holds, one of the choices."""
    return tag("varequal", value, respident=name)


def setvar(action: str, score: float) -> Element:
    """Set the score, or add to it."""
    return tag("setvar", f"{score:g}", action=action, varname="SCORE")


def shown(name: str) -> Element:
    """Say something."""
    return tag("displayfeedback", feedbacktype="Response", linkrefid=name)


def condition(tests: Sequence[Element], does: Element, more: bool = False) -> Element:
    """What is done where all tests hold; `more` where other conditions are looked at after it."""
    return tag("respcondition", tag("conditionvar", *tests), does, _continue="Yes" if more else "No")


def item(
    name: str,
    fields: Sequence[tuple[str, str]],
    presentation: Sequence[Element],
    conditions: Sequence[Element],
    said: Mapping[str, str],
) -> Element:
    """One question: its fields, what is seen, how it is scored, what is said."""
    metadata = tag(
        "qtimetadata",
        *(tag("qtimetadatafield", tag("fieldlabel", key), tag("fieldentry", value)) for key, value in fields),
    )
    score = tag("decvar", maxvalue="100", minvalue="0", varname="SCORE", vartype="Decimal")
    general = condition([tag("other")], shown(GENERAL), more=True)
    feedback = (tag("itemfeedback", tag("flow_mat", material(text)), ident=key) for key, text in said.items())
    return tag(
        "item",
        tag("itemmetadata", metadata),
        tag("presentation", *presentation),
        tag("resprocessing", tag("outcomes", score), general, *conditions),
        *feedback,
        ident=f"i-{name}",
        title=name,
    )


def package(name: str, title: str, items: Sequence[Element]) -> dict[str, str]:
    """The files of a zip: the list of what is in it, the quiz, and how the quiz is held."""
    section = tag("section", *items, ident="root_section")
    quiz = tag("questestinterop", tag("assessment", section, ident=name, title=title), xmlns=QTI)
    held = tag(
        "quiz",
        tag("title", title),
        tag("shuffle_answers", "false"),
        tag("quiz_type", "practice_quiz"),
        tag("show_correct_answers", "true"),
        tag("allowed_attempts", "-1"),
        xmlns=META,
        identifier=name,
    )
    files = {"imsmanifest.xml": _manifest(name), f"{name}/{name}.xml": document(quiz)}
    return {**files, f"{name}/assessment_meta.xml": document(held)}


def _manifest(name: str) -> str:
    path, meta = f"{name}/{name}.xml", f"{name}/assessment_meta.xml"
    quiz = tag(
        "resource",
        tag("file", href=path),
        tag("dependency", identifierref=f"{name}-meta"),
        identifier=name,
        type="imsqti_xmlv1p2",
    )
    held = tag(
        "resource",
        tag("file", href=meta),
        identifier=f"{name}-meta",
        type="associatedcontent/imscc_xmlv1p1/learning-application-resource",
        href=meta,
    )
    metadata = tag("metadata", tag("schema", "IMS Content"), tag("schemaversion", "1.1.3"))
    content = (metadata, tag("organizations"), tag("resources", quiz, held))
    return document(tag("manifest", *content, xmlns=PACKAGE, identifier=f"{name}-manifest"))
