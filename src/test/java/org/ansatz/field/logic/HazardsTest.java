package org.ansatz.field.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Hazards against the rule of the textbooks: in a sum of products, two neighbours that no product covers together. */
final class HazardsTest {

    private static final List<String> NAMES = List.of("A", "B", "C", "D");

    private static Hazards hazards(List<Product> sum, List<Product> more) {
        List<Gate> inputs = new ArrayList<>();
        NAMES.forEach(name -> inputs.add(new Gate.Signal(name)));
        List<Product> all = new ArrayList<>(sum);
        all.addAll(more);
        DoubleRail function = new DoubleRail("Y", Map.of("Y", Gate.sum(all, inputs)), NAMES, steps -> {});
        return new Hazards(function, steps -> {});
    }

    private static Product drawn(Random random) {
        int care = 1 + random.nextInt(15);
        return new Product(4, care, random.nextInt(16) & care);
    }

    private static boolean covered(List<Product> sum, int row) {
        return sum.stream().anyMatch(product -> product.covers(row));
    }

    private static List<Hazards.Hazard> uncovered(List<Product> sum) {
        List<Hazards.Hazard> hazards = new ArrayList<>();
        for (int input = 0; input < 4; input++) {
            int bit = 8 >> input;
            for (int row = 0; row < 16; row++) {
                int low = row;
                if ((row & bit) == 0 && covered(sum, row) && covered(sum, row | bit)) {
                    if (sum.stream().noneMatch(product -> product.covers(low) && product.covers(low | bit))) {
                        hazards.add(new Hazards.Hazard(input, row));
                    }
                }
            }
        }
        return hazards;
    }

    @Test
    void aSumOfProductsHasAHazardWhereNoProductCoversBothNeighbours() {
        Random random = new Random(16);
        int found = 0;
        for (int trial = 0; trial < 300; trial++) {
            List<Product> sum = new ArrayList<>();
            for (int i = 0; i < 2 + random.nextInt(3); i++) {
                sum.add(drawn(random));
            }
            Hazards hazards = hazards(sum, List.of());
            assertThat(hazards.all(true)).as("%s", sum).isEqualTo(uncovered(sum));
            assertThat(hazards.all(false)).as("%s", sum).isEmpty();
            assertThat(hazards(sum, hazards.terms()).all(true)).as("%s", sum).isEmpty();
            found += hazards.terms().isEmpty() ? 0 : 1;
        }
        assertThat(found).isGreaterThan(50);
    }

    /** Every set of products that is cheaper than the terms that are added leaves a hazard, or changes the function. */
    @Test
    void nothingShorterCoversTheHazards() {
        Random random = new Random(5);
        List<Product> all = new ArrayList<>();
        for (int care = 0; care < 16; care++) {
            for (int value = 0; value < 16; value++) {
                if ((value & ~care) == 0) {
                    all.add(new Product(4, care, value));
                }
            }
        }
        for (int trial = 0; trial < 30; trial++) {
            List<Product> sum = List.of(drawn(random), drawn(random), drawn(random));
            List<Product> terms = hazards(sum, List.of()).terms();
            TruthTable function = TruthTable.of(4, row -> covered(sum, row));
            List<Product> implicants = new ArrayList<>(all);
            implicants.removeIf(product ->
                    !TruthTable.of(4, product::covers).and(function.not()).equals(TruthTable.constant(4, false)));
            int cost = Minimisation.literals(terms);
            for (Product one : implicants) {
                for (Product two : implicants) {
                    List<Product> other = one.equals(two) ? List.of(one) : List.of(one, two);
                    if (Minimisation.literals(other) < cost) {
                        List<Product> with = new ArrayList<>(sum);
                        with.addAll(other);
                        assertThat(uncovered(with)).as("%s and %s", sum, other).isNotEmpty();
                    }
                }
            }
        }
    }
}
