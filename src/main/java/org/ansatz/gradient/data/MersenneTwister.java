package org.ansatz.gradient.data;

/**
 * The generator MT19937 of Matsumoto and Nishimura ("Mersenne twister", ACM Trans. Model. Comput. Simul. 8, 1998), seeded as
 * their {@code init_genrand} of 2002 does.
 */
final class MersenneTwister {

    private static final int N = 624;
    private static final int M = 397;
    private static final int UPPER = 0x80000000;
    private static final int LOWER = 0x7fffffff;
    private static final int TWIST = 0x9908b0df;
    private static final int SEEDING = 1812433253;

    private final int[] state = new int[N];
    private int next = N;

    /** Seeds the state with 32 bits. */
    MersenneTwister(int seed) {
        state[0] = seed;
        for (int i = 1; i < N; i++) {
            state[i] = SEEDING * (state[i - 1] ^ state[i - 1] >>> 30) + i;
        }
    }

    /** The next 32 bits. */
    int next32() {
        if (next == N) {
            twist();
            next = 0;
        }
        int y = state[next++];
        y ^= y >>> 11;
        y ^= y << 7 & 0x9d2c5680;
        y ^= y << 15 & 0xefc60000;
        return y ^ y >>> 18;
    }

    private void twist() {
        for (int i = 0; i < N; i++) {
            int y = state[i] & UPPER | state[(i + 1) % N] & LOWER;
            state[i] = state[(i + M) % N] ^ y >>> 1 ^ ((y & 1) == 0 ? 0 : TWIST);
        }
    }
}
