package org.ansatz.field.logic;

/**
 * Results of operations on nodes, by the three numbers that identify an operation. A result may be forgotten, never
 * wrong: two operations that fall on one place replace each other.
 *
 * <p>Doubles whenever as many results were forgotten as there are places, up to a fixed size.
 */
final class ComputedCache {

    /** What {@link #get} answers when nothing is known. */
    static final int UNKNOWN = -1;

    private static final int INITIAL_PLACES = 1 << 9;
    private static final int MAX_PLACES = 1 << 20;
    private static final int WIDTH = 4;

    /** Four numbers a place: the three of the operation, and the result plus one; zero when empty. */
    private int[] places = new int[WIDTH * INITIAL_PLACES];

    private int forgotten;

    /** A well-spread number for three others; multipliers from Knuth's golden ratio and MurmurHash3. */
    static int hash(int a, int b, int c) {
        int mixed = (a * 0x9E3779B1 + b) * 0x85EBCA6B + c;
        mixed = (mixed ^ (mixed >>> 16)) * 0xC2B2AE35;
        return mixed ^ (mixed >>> 15);
    }

    int get(int a, int b, int c) {
        int at = placeOf(a, b, c);
        return holds(at, a, b, c) ? places[at + 3] - 1 : UNKNOWN;
    }

    void put(int a, int b, int c, int result) {
        int at = placeOf(a, b, c);
        if (places[at + 3] != 0 && !holds(at, a, b, c)) {
            forgotten++;
        }
        places[at] = a;
        places[at + 1] = b;
        places[at + 2] = c;
        places[at + 3] = result + 1;
        if (forgotten > places.length / WIDTH && places.length < WIDTH * MAX_PLACES) {
            grow();
        }
    }

    private int placeOf(int a, int b, int c) {
        return WIDTH * (hash(a, b, c) & (places.length / WIDTH - 1));
    }

    private boolean holds(int at, int a, int b, int c) {
        return places[at + 3] != 0 && places[at] == a && places[at + 1] == b && places[at + 2] == c;
    }

    private void grow() {
        int[] old = places;
        places = new int[2 * old.length];
        for (int at = 0; at < old.length; at += WIDTH) {
            if (old[at + 3] != 0) {
                System.arraycopy(old, at, places, placeOf(old[at], old[at + 1], old[at + 2]), WIDTH);
            }
        }
        forgotten = 0;
    }
}
