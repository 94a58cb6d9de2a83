using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Tests.Builders;

namespace MonEspaceSante.Domain.Tests.Accounts;

public class FederatedLinkTests
{
    private static readonly Account Linked = OpenAccounts.Plain.Take(new AccountEvent.FederationLinked(Logins.Person, Moments.Opening));

    [Fact]
    public void Another_identity_takes_the_place_of_the_first()
    {
        var decision = LinkFederation.Decide(Linked, new(Logins.Login), Acts.Holder());
        decision.Then(new AccountEvent.FederationLinked(Logins.Login, Moments.Now));
        Assert.Equal(new FederatedLink(Logins.Login, Moments.Now), Linked.Take(decision.Events).Federation);
    }

    [Fact]
    public void An_identity_that_is_let_go_opens_nothing_any_more() =>
        Assert.Null(Linked.Take(UnlinkFederation.Decide(Linked, new(), Acts.Holder()).Events).Federation);

    [Fact]
    public void Nobody_else_links_or_lets_go()
    {
        foreach (var other in new[] { Acts.By(People.Platform()), Acts.By(People.Carer()), Acts.By(People.Professional()) })
        {
            LinkFederation.Decide(OpenAccounts.Plain, new(Logins.Person), other).ThenRefused(AccountRefusals.OnlyTheOwner);
            UnlinkFederation.Decide(Linked, new(), other).ThenRefused(AccountRefusals.OnlyTheOwner);
        }
    }
}
