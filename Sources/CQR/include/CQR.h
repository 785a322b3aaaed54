#ifndef CQR_H
#define CQR_H

// Encodes bytes as a QR code with libqrencode, which is loaded when it is first needed. `level` is 0 to 3 for L, M, Q and H.
//
// Writes one byte a module, row by row, 1 for a dark one, and returns the number of modules of a side, at most 177. Returns 0 where the text
// is too long or `capacity` too small, -1 where the library is not installed.
int cqr_encode(const unsigned char *bytes, int length, int level, unsigned char *modules, int capacity);

#endif
