#ifndef CLIBXML2_SHIM_H
#define CLIBXML2_SHIM_H

#include <libxml/globals.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>

// Swift can't take the address of two fields of one C structure for the length of a call and
// beyond; the validator keeps both addresses until it is unplugged.
static inline xmlSchemaSAXPlugPtr CLibXML2_plugSchema(
    xmlSchemaValidCtxtPtr validation, xmlParserCtxtPtr parser) {
  return xmlSchemaSAXPlug(validation, &parser->sax, &parser->userData);
}

#endif
