"""Reading a PDF back as a reader, a phone and a printer would."""

import ctypes

import pypdfium2
import pypdfium2.raw as pdfium
import zxingcpp

POINTS_PER_INCH = 72


def codes_on(pdf: bytes, dots_per_inch: int, page: int = 0) -> list[str]:
    """What the codes of a page say when it is rendered at a resolution, sorted."""
    with pypdfium2.PdfDocument(pdf) as document:
        picture = document[page].render(scale=dots_per_inch / POINTS_PER_INCH, grayscale=True).to_pil()
    return sorted(found.text for found in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode))


def words_on(pdf: bytes, page: int = 0) -> list[str]:
    """The words of a page in the order in which they copy out."""
    with pypdfium2.PdfDocument(pdf) as document:
        return document[page].get_textpage().get_text_range().split()


def letters(text: str) -> str:
    """The letters and digits of a text, as a code on paper is compared."""
    return "".join(letter for letter in text if letter.isalnum())


def language_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        length = pdfium.FPDFCatalog_GetLanguage(document, None, 0)
        buffer = ctypes.create_string_buffer(length * 2)
        pdfium.FPDFCatalog_GetLanguage(document, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), length * 2)
    return buffer.raw.decode("utf-16-le").split("\0")[0]


def fonts_on(pdf: bytes, page: int = 0) -> list[bool]:
    """For each piece of text whether its font is embedded."""
    with pypdfium2.PdfDocument(pdf) as document:
        texts = [thing for thing in document[page].get_objects() if thing.type == pdfium.FPDF_PAGEOBJ_TEXT]
        return [bool(pdfium.FPDFFont_GetIsEmbedded(pdfium.FPDFTextObj_GetFont(text))) for text in texts]
