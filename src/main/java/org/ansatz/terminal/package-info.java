/** The practice terminal: the prompt, its keys, its commands, and what it draws. No YAML, no solver. */
@NullMarked
package org.ansatz.terminal;

import org.jspecify.annotations.NullMarked;
