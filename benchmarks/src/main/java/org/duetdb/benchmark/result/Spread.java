package org.duetdb.benchmark.result;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * What the rounds of a measurement say together.
 *
 * @param median half of the rounds are below, half are above
 * @param low the lower quartile
 * @param high the upper quartile
 */
public record Spread(double median, double low, double high) {

    /** Returns that of at least one value. */
    public static Spread of(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("no values");
        }
        return new Spread(quantile(sorted, 0.5), quantile(sorted, 0.25), quantile(sorted, 0.75));
    }

    /** Interpolates between the two values next to the place that is asked for. */
    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** Returns the spread of the quotients, one for each pair of values. */
    public static Spread ofRatios(double[] dividends, double[] divisors) {
        double[] ratios = new double[Math.min(dividends.length, divisors.length)];
        Arrays.setAll(ratios, round -> dividends[round] / divisors[round]);
        return of(Arrays.stream(ratios));
    }

    /** Returns it as {@code 1.02 (0.99–1.05)}, and without what is in parentheses where that says nothing more. */
    @Override
    public String toString() {
        String middle = text(median);
        return middle.equals(text(low)) && middle.equals(text(high))
                ? middle
                : middle + " (" + text(low) + "–" + text(high) + ")";
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
