package org.ansatz.field.block;

/**
 * A block as it would be under an assumption that people make as well as the one that is written, such as that diodes are ideal.
 *
 * @param says the assumption, as a clause: {@code diodes are ideal}
 * @param block the block, which gives the same names
 */
public record Assumption(String says, Block block) {}
