/* What acts are of force, by the class of their type. */
#ifndef CHECK_FORCE_H
#define CHECK_FORCE_H

#include "record/record.h"

/* «قصف», «كمين»: somebody was set upon. */
static inline bool is_violence(const Record *r) { return str_eq(r->plover, STR("ASSAULT")); }

/* Violence that one side does: in a clash both act. */
static inline bool is_one_sided(const Record *r) { return is_violence(r) && !str_eq(r->type, STR("clash")); }

/* Violence, and arrests, raids and seizures: whoever was killed or caught may be told of under the name of either. */
static inline bool is_force(const Record *r) { return is_violence(r) || str_eq(r->plover, STR("COERCE")); }

#endif
