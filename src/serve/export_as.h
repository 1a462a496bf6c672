/* The formats in which what the filters show can be taken along. */
#ifndef SERVE_EXPORT_AS_H
#define SERVE_EXPORT_AS_H

#include "serve/say.h"

/* [{"as","name","extension","lists"},…] */
void say_formats(Say *say);

#endif
