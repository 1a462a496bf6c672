/* Who did it, where another word than the act's own says so. */
#ifndef CODE_BY_WHOM_H
#define CODE_BY_WHOM_H

#include "code/scene/scene.h"

/* The phrase that names the doer of an act that has none yet, or NONE. */
uint32_t doer_said(const Stage *s, const Scene *x);

/* The phrase of whom a deed is laid on, or who owns up to it, or NONE. */
uint32_t doer_accused(const Stage *s, const Scene *x);

#endif
