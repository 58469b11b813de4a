"""PDF/A-3a beside PDF/UA-1: what archives ask for (ISO 19005-3)."""

from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from fic2book import press
from fic2book.writers.pdf import painted

_PROFILE = "sRGB2014.icc"
_MARK = b"</rdf:RDF>"
_PDFUAID = "http://www.aiim.org/pdfua/ns/id/"
_EXTENSION = f"""<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{escape(_PDFUAID)}</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
""".encode()
"""What the metadata say of PDF/A, and the schema of PDF/UA's own word, which PDF/A does not know (6.6.2.3)."""


def make(pdf: Pdf) -> None:
    """Make a finished book PDF/A-3a: the colours' profile, what the metadata say, no pixels made up by viewers."""
    profile = Stream(pdf, press.colour_profile())
    profile.N = 3
    said = pikepdf.String(_PROFILE)
    intent = Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFA1, OutputConditionIdentifier=said, Info=said)
    intent.DestOutputProfile = pdf.make_indirect(profile)
    pdf.Root.OutputIntents = Array([intent])
    pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(_MARK, _EXTENSION + _MARK, 1))
    for picture in (one for one in painted.streams(pdf) if one.get("/Subtype") == Name.Image):
        for one in (picture, picture.get("/SMask", Dictionary())):
            if "/Interpolate" in one:
                del one.Interpolate
