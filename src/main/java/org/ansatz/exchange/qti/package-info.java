/** Questions and Test Interoperability (QTI) 2.1 to 3.0 of 1EdTech: items and their packages, written and read. */
@NullMarked
package org.ansatz.exchange.qti;

import org.jspecify.annotations.NullMarked;
