package org.ansatz.field.ode;

/**
 * The Radau IIA method of five stages and order 9, in the coordinates in which its stages part into one real and two
 * complex systems (Hairer and Wanner, Solving Ordinary Differential Equations II, 2nd ed., section IV.8; Stiff differential
 * equations solved by Radau methods, J. Comput. Appl. Math. 111, 1999, 93–111).
 *
 * <p>The nodes are the zeros of the fourth derivative of x⁴(x − 1)⁵, the matrix A of the method integrates their Lagrange
 * polynomials, and A⁻¹ = T Λ T⁻¹ where Λ has a real entry and two blocks (α, −β; β, α). All numbers below were computed
 * from these definitions in 50-digit arithmetic.
 */
final class RadauTableau {

    /** Number of stages. */
    static final int STAGES = 5;

    /** Order of the error estimate plus one: the power of the step by which the estimated error goes. */
    static final int ERROR_POWER = STAGES + 1;

    /** The nodes c. */
    static final double[] NODES = {
        0.057104196114517682193, 0.27684301363812382768, 0.58359043236891682006, 0.86024013565621944785, 1
    };

    /** Real parts of the eigenvalues of A⁻¹, of each pair one. */
    static final double[] ALPHA = {6.2867047517292766452, 5.7009532986717894192, 3.6556943254635722582};

    /** Imaginary parts. */
    static final double[] BETA = {0, 3.2102656003085498884, 6.543736899360077294};

    /** T. */
    static final double[][] T = {
        {
            0.013576867344947943248,
            -0.011478515255229514708,
            -0.014019858892875410281,
            -0.01024204781790882707,
            0.047673877290295723863
        },
        {
            0.0016179004017190874764,
            -0.0076688307491801628852,
            0.024708578426518526813,
            0.050172864517371058163,
            -0.094331819181611436981
        },
        {
            0.079157853347447207645,
            0.019398463998828950911,
            0.081800353703751170836,
            -0.23053953404341794672,
            0.10270304538012589979
        },
        {
            0.41225608268046145198,
            0.40760117128019906662,
            0.19968242788680252594,
            0.37789390224886124954,
            0.46674413033249435929
        },
        {1, 1, 0, 1, 0}
    };

    /** T⁻¹. */
    static final double[][] T_INVERSE = {
        {
            27.697693775684088409,
            12.783337911304406015,
            3.2084893867134298598,
            -0.95149041224891622127,
            0.74155049602598960335
        },
        {
            -33.041880213519000008,
            -17.376953479063567019,
            -0.17212906325400556115,
            -0.099169777982542642588,
            0.53122811583830666718
        },
        {
            -8.6114439798752919777,
            9.6999914095288082313,
            1.9147286396968742849,
            2.4186920060849400264,
            -1.0474634879353374187
        },
        {
            5.3441864378349115989,
            4.5936155677591610045,
            -3.0363603234594242986,
            1.0506601902314588639,
            -0.27277861186429627054
        },
        {
            3.7480598074398048601,
            -3.9849657363438846673,
            -1.0444156416080187929,
            1.1840985681379484872,
            -0.4499177701567803689
        }
    };

    /**
     * Weights of the increments in the error estimate, over the step: the result of the method less that of the formula of
     * order 5 with the same nodes and the weight 1/α₀ at the start of the step, times α₀.
     */
    static final double[] ERROR = {
        -27.780933944064637305, 3.6414784980492131527, -1.2525477211691187205, 0.59200316718454287257, -0.2
    };

    private RadauTableau() {}
}
