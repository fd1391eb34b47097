"""What is said of each type of validation error, and what to write instead.

In: nothing. Out: message ids. One row a type of error; a type that has no row here is a bug, which a test looks for. It
must not know where an error arises.
"""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.language.marks import N_

SENTENCES: Mapping[str, tuple[str, str]] = {
    "missing": (
        N_("The field “%(field)s” is missing."),
        N_("Add a line “%(field)s: …”. %(help)s"),
    ),
    "extra_forbidden": (
        N_("There is no field “%(field)s” here."),
        N_("The fields here are: %(known)s."),
    ),
    "string_type": (
        N_("“%(field)s” must be a text."),
        N_("Write one text in single quotes: '…'."),
    ),
    "string_unquoted": (
        N_("“%(field)s” must be a text, and without quotes %(value)s is none."),
        N_("Write it in single quotes: '%(value)s'."),
    ),
    "int_type": (
        N_("“%(field)s” must be a whole number."),
        N_("Write digits only, without quotes."),
    ),
    "bool_type": (
        N_("“%(field)s” must be true or false."),
        N_("Write true or false, without quotes."),
    ),
    "mapping_type": (
        N_("“%(field)s” must hold fields of its own."),
        N_("Write its fields on the lines below it, indented by two spaces."),
    ),
    "tuple_type": (
        N_("“%(field)s” must be a list."),
        N_("Write each item on a line of its own that begins with “- ”."),
    ),
    "enum": (
        N_("“%(value)s” is not a choice for “%(field)s”."),
        N_("Write one of: %(choices)s."),
    ),
    "choice_type": (
        N_("“%(field)s” must be one of certain words."),
        N_("Write one of: %(choices)s."),
    ),
    "greater_than_equal": (
        N_("“%(field)s” must be at least %(ge)s."),
        N_("Write %(ge)s or a larger number."),
    ),
    "too_short": (
        N_("“%(field)s” must have at least one item."),
        N_("Write each item on a line of its own that begins with “- ”."),
    ),
    "text_empty": (
        N_("“%(field)s” is empty."),
        N_("Write the text, or leave the whole field out if it is optional."),
    ),
    "text_unseen": (
        N_("“%(field)s” has a character that cannot be seen (U+%(character)s)."),
        N_("Delete the character, or write a space in its place."),
    ),
    "texts_form": (
        N_("“%(field)s” must be given in each language."),
        N_("Write a line for each language below it, indented by two spaces: %(example)s."),
    ),
    "text_lines": (
        N_("“%(field)s” has more than one line."),
        N_("Write it on one line; longer texts belong in a Markdown file."),
    ),
    "short_long": (
        N_("“%(field)s” has %(length)s characters, and a short name at most %(most)s."),
        N_("Shorten it; the whole name stays in the title."),
    ),
    "id_form": (
        N_("“%(value)s” cannot be used here."),
        N_("Write lowercase letters a–z and digits, with hyphens between words, such as “customer-app”."),
    ),
    "id_reserved": (
        N_("“%(value)s” cannot be used here: Windows keeps the name for a device."),
        N_("Write something longer, such as “%(value)s-1”."),
    ),
    "date_form": (
        N_("“%(value)s” is not a date as it is written here."),
        N_("Write a year, a month or a day as in '2024', '2024-10' or '2024-01-22'."),
    ),
    "date_written": (
        N_("“%(value)s” is not a date as it is written here."),
        N_("Write it in this form: '%(meant)s'."),
    ),
    "date_impossible": (
        N_("There is no such date as “%(value)s”."),
        N_("Write year, month and day in this order, such as '2024-01-22'."),
    ),
    "number_comma": (
        N_("“%(value)s” has a decimal comma."),
        N_("Write a point and no quotes: %(plain)s."),
    ),
    "number_unit": (
        N_("“%(value)s” is not a plain number."),
        N_("Write the number alone, without unit, spaces or quotes: %(plain)s."),
    ),
    "number_words": (
        N_("“%(value)s” is not a plain number."),
        N_("Write the whole number with all its digits, without words, unit or quotes."),
    ),
    "number_groups": (
        N_("“%(value)s” is not a plain number."),
        N_("Write all digits side by side, without a mark between thousands; only decimals have a point before them."),
    ),
    "number_type": (
        N_("“%(field)s” must be a number."),
        N_("Write digits only, with a point before decimals, without quotes."),
    ),
    "address_form": (
        N_("“%(value)s” is not a web address."),
        N_("Write it in full, beginning with https://."),
    ),
    "language_code": (
        N_("“%(value)s” is not the code of a language."),
        N_("Write a BCP 47 code in lowercase, with a region where it matters, such as “pt” or “pt-BR”."),
    ),
    "currency_code": (
        N_("“%(value)s” is not the code of a currency."),
        N_("Write its ISO 4217 code, three capital letters, such as EUR."),
    ),
    "origin_form": (
        N_("“%(value)s” is not an address such as https://example.org."),
        N_("Write scheme and host alone, without a path."),
    ),
    "contact_form": (
        N_("“%(value)s” is neither an e-mail address nor a web address."),
        N_("Write an address such as name@example.org, or one beginning with https://."),
    ),
    "language_missing": (
        N_("“%(field)s” is missing in: %(missing)s."),
        N_("Add a line for each missing language, such as “%(first)s: '…'”."),
    ),
    "forms_form": (
        N_("“%(field)s” must be one text, or a text for each form that a number asks for."),
        N_("Write one text in single quotes, or a line for each form below it, such as “one: '…'” and “other: '…'”."),
    ),
    "form_missing": (
        N_("“%(field)s” lacks in “%(language)s” the form: %(missing)s."),
        N_("Add a line “%(first)s: '…'”, with the name as it reads after %(number)s."),
    ),
    "form_unknown": (
        N_("“%(value)s” is not a form that “%(language)s” has."),
        N_("Write one of: %(known)s."),
    ),
    "language_unknown": (
        N_("“%(value)s” is not a language of this portal."),
        N_("Write one of: %(known)s."),
    ),
    "one_of": (
        N_("Only one of these fields can be given: %(names)s. Given: %(given)s."),
        N_("Keep one of them and remove the others."),
    ),
    "none_of": (
        N_("One of these fields is missing: %(names)s."),
        N_("Add one of them, and only one."),
    ),
    "estimate_part": (
        N_("An estimated date has three fields: date, estimated, read_from. Missing: %(missing)s."),
        N_("Add what is missing; where the document gives its own date, leave “date” alone."),
    ),
    "cells_count": (
        N_("Row %(row)s has %(cells)s cells, but the table has %(columns)s columns."),
        N_("Give each row as many cells as there are columns; an empty cell is written ''."),
    ),
}
