// What people start by hand, and what the registry starts.
def fromRepository = { job, script ->
  job.definition {
    cpsScm {
      scm {
        git {
          remote { url(System.getenv('COVENANT_REPOSITORY')) }
          branch('main')
        }
      }
      scriptPath(script)
    }
  }
}

fromRepository(pipelineJob('covenant-rollback') {
  description('Takes a service back to the version before')
}, 'delivery/jenkins/rollback.Jenkinsfile')

fromRepository(pipelineJob('covenant-whole') {
  description('All tests and ten minutes of chaos, once for what came to main; services are shipped without waiting for it')
  properties {
    pipelineTriggers {
      triggers { pollSCM { scmpoll_spec('H/15 * * * *') } }
    }
  }
}, 'delivery/jenkins/whole.Jenkinsfile')

fromRepository(pipelineJob('covenant-verify-contract') {
  description('One provider version verifies one contract; started by the registry')
  properties {
    pipelineTriggers {
      triggers {
        genericTrigger {
          tokenCredentialId('covenant-webhook-token')
          causeString('A contract that $PROVIDER has not verified')
          // The body that the registry sends; docs/delivery.md has the webhook.
          genericVariables {
            genericVariable { key('PROVIDER'); value('$.provider'); regexpFilter('[^a-z]') }
            genericVariable { key('PROVIDER_VERSION'); value('$.providerVersion'); regexpFilter('[^0-9a-f]') }
            genericVariable { key('PROVIDER_BRANCH'); value('$.providerBranch'); regexpFilter('[^A-Za-z0-9._/-]') }
            genericVariable { key('PACT_URL'); value('$.pactUrl'); regexpFilter('[^A-Za-z0-9:/._~%=+-]') }
          }
        }
      }
    }
  }
}, 'delivery/jenkins/verify-contract.Jenkinsfile')
