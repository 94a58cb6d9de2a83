namespace MonEspaceSante.Pki.Tests.Judgement;

public sealed class TrustedAuthoritiesTests(HealthAuthorities world) : IClassFixture<HealthAuthorities>
{
    [Fact]
    public void A_chain_of_listed_authorities_is_recognised()
    {
        Assert.True(world.Trust.TryRecognise([world.Persons.Certificate, world.Root.Certificate], out var authorities));
        Assert.Equal([world.Persons.Certificate, world.Root.Certificate], authorities.Select(authority => authority.Certificate));
    }

    [Fact]
    public void A_stranger_anywhere_in_a_chain_makes_it_a_strangers_chain()
    {
        var stranger = world.AuthorityUnder(world.Root, "PERSONS").Certificate;

        Assert.False(world.Trust.TryRecognise([stranger, world.Root.Certificate], out _));
        Assert.False(world.Trust.TryRecognise([world.Persons.Certificate, stranger, world.Root.Certificate], out _));
        Assert.False(world.Trust.TryRecognise([world.Persons.Certificate, stranger], out _));
    }
}
