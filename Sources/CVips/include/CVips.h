#ifndef CASEBOOK_CVIPS_H
#define CASEBOOK_CVIPS_H
#endif
