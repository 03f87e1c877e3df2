package org.duetdb.crash.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.duetdb.crash.bank.Side;
import org.duetdb.crash.hook.Moment;
import org.junit.jupiter.api.Test;

class AttackTest {

    private static List<Attack> inARow(long first, long count) {
        return LongStream.range(first, first + count).mapToObj(Attack::of).toList();
    }

    @Test
    void of_sameSeed_isTheSamePlanWithTheSameTransfers() {
        assertThat(Attack.of(4711)).isEqualTo(Attack.of(4711));
        assertThat(Attack.of(4711).random().nextLong())
                .isEqualTo(Attack.of(4711).random().nextLong());
    }

    @Test
    void of_seedsInARow_haveAllThatIsPromised() {
        List<Attack> attacks = inARow(1_000, Attack.turnsOfAll());
        assertThat(attacks).extracting(Attack::kind).contains(Kind.values());
        assertThat(attacks)
                .filteredOn(attack -> attack.kind() == Kind.SERVER)
                .extracting(Attack::moment)
                .containsExactlyInAnyOrder(
                        Moment.BEFORE_FIRST_PREPARE,
                        Moment.BETWEEN_PREPARES,
                        Moment.AFTER_LAST_PREPARE,
                        Moment.BETWEEN_COMMITS,
                        Moment.BEFORE_FORGETTING,
                        null);
        assertThat(attacks)
                .filteredOn(attack -> attack.kind() == Kind.AWAY)
                .extracting(attack -> attack.side() + " " + attack.restarts())
                .containsExactlyInAnyOrder("APP 1", "APP 2", "ANALYTICS 1", "ANALYTICS 2");
        assertThat(attacks)
                .filteredOn(attack -> attack.kind() == Kind.DATABASE)
                .extracting(Attack::side)
                .containsExactlyInAnyOrder(Side.values());
    }

    @Test
    void of_manySeeds_leaveDecidedAndUndecidedBranchesToADatabaseThatIsAway() {
        assertThat(inARow(1, 3L * Attack.turnsOfAll()))
                .filteredOn(attack -> attack.kind() == Kind.AWAY)
                .extracting(Attack::moment)
                .contains(Moment.BETWEEN_COMMITS, Moment.AFTER_LAST_PREPARE);
    }

    @Test
    void of_manySeeds_breakDatabasesAtEveryMomentAndAtNone() {
        assertThat(inARow(1, 600))
                .filteredOn(attack -> attack.kind() == Kind.DATABASE)
                .extracting(Attack::moment)
                .contains(Moment.values())
                .containsNull();
    }
}
