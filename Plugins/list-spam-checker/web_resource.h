/* Tells clients whether a user is on the list. */
#ifndef WEB_RESOURCE_H
#define WEB_RESOURCE_H

#include "checker.h"

/* Registers the path, where the host lets modules have one. */
void serve_web_resource(struct checker *checker);

#endif
