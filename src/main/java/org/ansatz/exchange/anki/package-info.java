/** Decks for Anki: as text that it imports, and as a package with pictures, whose collection is a database of SQLite. */
@NullMarked
package org.ansatz.exchange.anki;

import org.jspecify.annotations.NullMarked;
